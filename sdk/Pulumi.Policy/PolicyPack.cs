using System.Collections.Immutable;
using Pulumi.Policy.Configuration;

namespace Pulumi.Policy;

/// <summary>Policies that are published, configured and enforced together. Checked when the host first uses it.</summary>
public sealed record PolicyPack
{
    /// <summary>1 to 100 letters, digits, <c>-</c>, <c>_</c> and <c>.</c></summary>
    public required string Name { get; init; }

    /// <summary>Semver; a <c>version</c> in PulumiPolicy.yaml takes its place.</summary>
    public required string Version { get; init; }

    public required ImmutableArray<Policy> Policies { get; init; }

    /// <summary>For policies without a level of their own.</summary>
    public EnforcementLevel EnforcementLevel { get; init; } = EnforcementLevel.Advisory;

    public string DisplayName { get; init; } = "";

    public string Description { get; init; } = "";

    public string Readme { get; init; } = "";

    /// <summary>The cloud that the pack is about, for example <c>aws</c>.</summary>
    public string Provider { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    public string Repository { get; init; } = "";

    /// <summary>Configuration by policy name that holds until a user's configuration says otherwise.</summary>
    public ImmutableDictionary<string, PolicyConfig> InitialConfig { get; init; } = ImmutableDictionary<string, PolicyConfig>.Empty;

    /// <summary>
    /// Refuse a configuration for a policy that the pack does not have. Engines pass such entries on without a word, so that a
    /// misspelt name would leave a policy unconfigured.
    /// </summary>
    public bool RefuseUnknownPolicies { get; init; }

    /// <summary>
    /// Called with what the engine has configured, by policy name, before anything is judged. Answers with what is wrong with it as a
    /// whole, one mistake a text; they are refused together with those of single policies.
    /// </summary>
    public Func<IReadOnlyDictionary<string, PolicyConfig>, IEnumerable<string>>? Configured { get; init; }
}
