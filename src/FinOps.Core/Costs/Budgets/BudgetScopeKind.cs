namespace FinOps.Core.Costs.Budgets;

/// <summary>What a budget counts, as far as the report can follow its filters.</summary>
public enum BudgetScopeKind
{
    /// <summary>No filter: all usage.</summary>
    Everything,

    /// <summary>The accounts named.</summary>
    Accounts,

    /// <summary>The services named.</summary>
    Services,

    /// <summary>The values named of the allocation tag.</summary>
    OwnerTags,

    /// <summary>Another filter, which the gathered figures cannot follow.</summary>
    Other,
}
