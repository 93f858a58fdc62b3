using System.Collections.Immutable;

namespace Pulumi.Policy;

/// <summary>The stack that is deployed.</summary>
/// <param name="IsDryRun">True in a preview.</param>
/// <param name="Config">Stack configuration by full key, <c>project:key</c>.</param>
/// <param name="ConfigSecretKeys">The keys whose values are secret; their values stand in <paramref name="Config"/> in clear.</param>
/// <param name="Tags">Stack tags.</param>
public sealed record PolicyStack(
    string Name,
    string Project,
    string Organization,
    bool IsDryRun,
    ImmutableDictionary<string, string> Config,
    ImmutableHashSet<string> ConfigSecretKeys,
    ImmutableDictionary<string, string> Tags)
{
    /// <summary>Stands in when there is no stack: publishing a pack, or analysing a state file.</summary>
    public static PolicyStack None { get; } = new("", "", "", false, ImmutableDictionary<string, string>.Empty, [], ImmutableDictionary<string, string>.Empty);

    /// <summary>A value of the project's own namespace.</summary>
    /// <exception cref="PolicyPackException">FIN6003: the stack does not have it.</exception>
    public string RequireConfig(string key) => Config.GetValueOrDefault($"{Project}:{key}")
        ?? throw new PolicyPackException("FIN6003", $"the stack has no configuration value '{Project}:{key}'. Set it with: pulumi config set {key} VALUE");
}
