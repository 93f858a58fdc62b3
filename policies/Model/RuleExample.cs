using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <summary>A resource, or several, that a rule accepts or refuses: shown on the rule's page, and a fixture of its tests.</summary>
/// <param name="Title">What it shows, in a few words.</param>
public sealed record RuleExample(string Title, ImmutableArray<ExampleResource> Resources)
{
    public RuleExample(string title, string type, PropertyMap inputs)
        : this(title, [new ExampleResource("example", type, inputs)])
    {
    }

    /// <summary>Inputs of an explicit provider, or null for the default one without any.</summary>
    public PropertyMap? Provider { get; init; }
}
