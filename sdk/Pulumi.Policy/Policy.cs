using System.Collections.Immutable;
using Pulumi.Policy.Configuration;

namespace Pulumi.Policy;

/// <summary>What every policy says about itself.</summary>
public abstract record Policy
{
    private protected Policy()
    {
    }

    /// <summary>Unique in the pack; <c>all</c> is reserved.</summary>
    public required string Name { get; init; }

    /// <summary>First line of every violation.</summary>
    public required string Description { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary>Null takes the level of the pack.</summary>
    public EnforcementLevel? EnforcementLevel { get; init; }

    public PolicySeverity? Severity { get; init; }

    public PolicyConfigSchema? ConfigSchema { get; init; }

    public ComplianceFramework? Framework { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What a person does about a violation.</summary>
    public string RemediationSteps { get; init; } = "";

    /// <summary>The page that explains the policy.</summary>
    public string Url { get; init; } = "";
}
