namespace Pulumi;

/// <summary>Dependencies as the engine wants them: resources that exist in a cloud, not the components around them.</summary>
internal static class DependencyUrns
{
    /// <param name="resources">A component stands for the custom resources and remote components anywhere below it.</param>
    /// <param name="except">The resource that is being registered: waiting for its own URN would never end.</param>
    public static async Task<SortedSet<string>> ExpandAsync(IEnumerable<Resource> resources, Resource except)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in Leaves(resources, except))
        {
            urns.Add((await leaf.Urn.DataTask).Value);
        }

        return urns;
    }

    /// <summary>Whether any of them, or anything in one of them, is not created yet.</summary>
    public static async Task<bool> AnyUnknownAsync(IEnumerable<Resource> resources)
    {
        foreach (var custom in Leaves(resources, except: null).OfType<CustomResource>())
        {
            // Of a mere URN nothing tells whether it is created; whoever handed it out had it from the engine.
            if (custom is not DependencyResource && !(await custom.Id.DataTask).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<Resource> Leaves(IEnumerable<Resource> resources, Resource? except)
    {
        var leaves = new HashSet<Resource>();
        var seen = new HashSet<Resource>();
        var open = new System.Collections.Generic.Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (resource is null || resource == except || !seen.Add(resource))
            {
                continue;
            }

            if (resource is CustomResource or { IsRemote: true })
            {
                leaves.Add(resource);
                continue;
            }

            foreach (var child in resource.Children())
            {
                open.Push(child);
            }
        }

        return leaves;
    }
}
