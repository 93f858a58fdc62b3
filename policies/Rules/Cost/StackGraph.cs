using Pulumi.Policy;

namespace FinOps.Policies.Rules.Cost;

/// <summary>Questions about which resource was made from which; in a preview ids are not known, but where they come from is.</summary>
internal static class StackGraph
{
    public static IEnumerable<StackResource> OfType(this StackValidationArgs args, string type) => args.Resources.Where(resource => resource.Type == type);

    /// <summary>The resource of a type that a property was made from.</summary>
    public static StackResource? Source(this StackResource resource, string property, string type) =>
        resource.PropertyDependencies.GetValueOrDefault(property, []).FirstOrDefault(source => source.Type == type);

    /// <summary>The resources that some property of <paramref name="others"/> was made from.</summary>
    public static HashSet<StackResource> Used(IEnumerable<StackResource> others) =>
        [.. others.SelectMany(other => other.PropertyDependencies.Values).SelectMany(sources => sources)];
}
