using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <param name="Name">Unique in the example.</param>
/// <param name="Type">Pulumi type token.</param>
/// <param name="Inputs">Checked inputs; a value that comes from another resource is unknown, as in a preview.</param>
public sealed record ExampleResource(string Name, string Type, PropertyMap Inputs)
{
    /// <summary>Which resources of the example a property was made from.</summary>
    public ImmutableDictionary<string, string> From { get; init; } = ImmutableDictionary<string, string>.Empty;
}
