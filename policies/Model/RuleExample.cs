using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <summary>A resource that a rule accepts or refuses: shown on the rule's page, and a fixture of its tests.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Type">Pulumi type token.</param>
/// <param name="Inputs">Checked inputs.</param>
public sealed record RuleExample(string Title, string Type, PropertyMap Inputs)
{
    /// <summary>Inputs of an explicit provider, or null for the default one without any.</summary>
    public PropertyMap? Provider { get; init; }
}
