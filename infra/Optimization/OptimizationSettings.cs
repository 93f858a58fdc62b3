using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Optimization;

/// <summary>Enrolling the organization in the services that say what to save. They are free, and destroying the stack leaves them on.</summary>
public sealed record OptimizationSettings
{
    /// <summary>Whether the organization is enrolled.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Enabled { get; init; }

    /// <summary>Cost Optimization Hub: all recommendations in one list, without counting a saving twice.</summary>
    public HubSettings CostOptimizationHub { get; init; } = new();

    /// <summary>Compute Optimizer: right sizes, from what instances, volumes and functions really use.</summary>
    public ComputeOptimizerSettings ComputeOptimizer { get; init; } = new();

    /// <summary>Member accounts, by id or name, that administer a service for the organization, by service.</summary>
    public IReadOnlyDictionary<string, string> DelegatedAdministrators { get; init; } = new Dictionary<string, string>();

    /// <summary>Further services that may read the organization (trusted access), by principal.</summary>
    [Matches(@"[a-z0-9][a-z0-9.-]*\.amazonaws\.com", "a service principal of AWS", "tagpolicies.tag.amazonaws.com")]
    public IReadOnlyList<string> TrustedServices { get; init; } = ["tagpolicies.tag.amazonaws.com"];
}

/// <summary>Cost Optimization Hub.</summary>
public sealed record HubSettings
{
    /// <summary>Whether the payer is enrolled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether every member account is enrolled with it.</summary>
    public bool IncludeMemberAccounts { get; init; } = true;

    /// <summary>Whether savings are told with the organization's own discounts, or at list prices.</summary>
    [OneOf("AfterDiscounts", "BeforeDiscounts")]
    public string SavingsEstimationMode { get; init; } = "AfterDiscounts";

    /// <summary>Whether member accounts see the discounts in their own recommendations.</summary>
    [OneOf("All", "None")]
    public string MemberAccountDiscountVisibility { get; init; } = "All";
}

/// <summary>Compute Optimizer.</summary>
public sealed record ComputeOptimizerSettings
{
    /// <summary>Whether the payer is enrolled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether every member account is enrolled with it.</summary>
    public bool IncludeMemberAccounts { get; init; } = true;
}
