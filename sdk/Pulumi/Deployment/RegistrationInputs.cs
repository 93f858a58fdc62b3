using System.Collections.Immutable;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;

namespace Pulumi;

/// <param name="Map">The inputs.</param>
/// <param name="PropertyDependencies">URNs by top-level input; a key for every input, also where it depends on nothing.</param>
/// <param name="Dependencies">The union of these and of DependsOn.</param>
internal sealed record RegistrationInputs(PropertyMap Map, ImmutableSortedDictionary<string, SortedSet<string>> PropertyDependencies, SortedSet<string> Dependencies)
{
    public static async Task<RegistrationInputs> WriteAsync(Registration registration, bool keepResources)
    {
        var resource = registration.Resource;
        var all = await DependsOnAsync(registration.Options, resource);
        var byProperty = ImmutableSortedDictionary.CreateBuilder<string, SortedSet<string>>(StringComparer.Ordinal);
        var map = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, value) in registration.Args.ReadMembers())
        {
            // These two are options and identities, not inputs.
            if (name is "id" or "urn")
            {
                continue;
            }

            var writer = new PropertyWriter(keepResources);
            var written = await writer.WriteAsync($"{registration.Type} '{registration.Name}'.{name}", value);
            if (written is NullValue)
            {
                continue;
            }

            map.Add(KeyValuePair.Create(name, written));
            var urns = writer.Dependencies.Count == 0 ? [] : await DependencyUrns.ExpandAsync(writer.Dependencies, resource);
            byProperty[name] = urns;
            all.UnionWith(urns);
        }

        return new RegistrationInputs(PropertyMap.Create(map), byProperty.ToImmutable(), all);
    }

    private static async Task<SortedSet<string>> DependsOnAsync(ResourceOptions options, Resource resource)
    {
        if (!options.HasDependsOn)
        {
            return new SortedSet<string>(StringComparer.Ordinal);
        }

        var data = await options.DependsOn.Get().DataTask;
        return await DependencyUrns.ExpandAsync(data.Resources.Concat(data.IsKnown && !data.Value.IsDefault ? data.Value : []), resource);
    }
}
