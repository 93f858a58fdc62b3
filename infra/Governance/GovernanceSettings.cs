using FinOps.Core.Governance.Guardrails;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Governance;

/// <summary>The tag standard as policies of the organization: what they ask for, where they stand, and who is exempt.</summary>
public sealed record GovernanceSettings
{
    /// <summary>Whether the standard is attached as policies of the organization.</summary>
    [OnFrom(AdoptionMode.Observe)]
    public bool Enabled { get; init; }

    internal static readonly IReadOnlyDictionary<string, GuardrailForm> RootReports = new Dictionary<string, GuardrailForm> { ["root"] = GuardrailForm.ReportOnly };

    /// <summary>
    /// Where the policies stand and in which form, by <c>root</c>, or the id, path or name of a unit or account. Everything below gets them too.
    /// The root reports when neither this nor a wave of <c>finops:rollout</c> says more; both together are a mistake.
    /// </summary>
    public IReadOnlyDictionary<string, GuardrailForm>? Targets { get; init; }

    /// <summary>Actions that are denied without the required tags where a target enforces; each must carry its tags in the call.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [.. GuardrailOptions.CostlyActions];

    /// <summary>Whether those actions are denied with values too that the standard does not list.</summary>
    public bool DenyOtherValues { get; init; }

    /// <summary>ARNs of roles or users that no policy binds, <c>*</c> allowed in account and name; enforcing needs at least one.</summary>
    public IReadOnlyList<string> BreakGlass { get; init; } = [];

    /// <summary>ARNs of roles or users that may change and remove the standard's tags where a target enforces; empty leaves tags unprotected.</summary>
    public IReadOnlyList<string> TagEditors { get; init; } = [];

    /// <summary>What tag policies on lower levels may do to keys and values: <c>@@all</c>, <c>@@none</c>, or some of <c>@@assign</c>, <c>@@append</c>, <c>@@remove</c>.</summary>
    public IReadOnlyList<string> ChildOperators { get; init; } = ["@@none"];

    /// <summary>Whether AWS Config looks in every account for resources without the required tags; it charges for each evaluation.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool ConfigRule { get; init; }

    /// <summary>Accounts without AWS Config, by id or name: the rule cannot be deployed to them.</summary>
    public IReadOnlyList<string> ConfigRuleExcludes { get; init; } = [];
}
