using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Deployments;

namespace FinOps.LocalEngine.Policies;

/// <summary>What a pack tells about one of its policies.</summary>
/// <param name="Schema">JSON schema by property of its config.</param>
/// <param name="Severity">low, medium, high, critical, or empty.</param>
internal sealed record PolicyDefinition(
    string Name, string Description, PolicyLevel Level, string Severity, JsonObject Schema, ImmutableArray<string> Required)
{
    public string DisplayName { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What to do about a violation; empty when the pack does not say.</summary>
    public string Fix { get; init; } = "";

    /// <summary>A URL, or a path in the pack's repository.</summary>
    public string Url { get; init; } = "";
}
