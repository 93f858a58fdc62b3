using FinOps.Core.Costs;
using FinOps.Core.Inventory;

namespace FinOps.Core.Compliance.Spend;

/// <summary>What resources cost, as far as the bill tells. All amounts are in one currency.</summary>
public interface IResourceSpend
{
    /// <summary>The days that the amounts are of.</summary>
    DateRange Days { get; }

    /// <summary>One sentence: where the amounts come from and what in them is estimated.</summary>
    string Source { get; }

    /// <summary>All usage of the organization in these days, on resources or not: the whole of which the rest is a part.</summary>
    Money Usage { get; }

    /// <summary>Usage that is known by account and service only; shared evenly by the resources of the service in the account.</summary>
    IEnumerable<ServiceSpend> Services { get; }

    /// <summary>What the bill says of this one resource; null when it does not tell single resources apart there.</summary>
    Money? Of(LiveResource resource);
}
