using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Spend;

/// <param name="Service">As Cost Explorer names it.</param>
public sealed record ServiceSpend(string AccountId, string Service, Money Amount);
