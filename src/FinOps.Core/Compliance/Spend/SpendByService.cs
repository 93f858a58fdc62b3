using FinOps.Core.Costs;
using FinOps.Core.Inventory;

namespace FinOps.Core.Compliance.Spend;

/// <summary>Spend from an answer by account and service, which every organization has.</summary>
public sealed class SpendByService(DateRange days, string currency, IReadOnlyList<ServiceSpend> services) : IResourceSpend
{
    public DateRange Days => days;

    public string Source => "Cost Explorer by account and service; a service's amount is shared evenly by the resources of it that were found in the account";

    public Money Usage { get; } = Money.Sum(services.Select(service => service.Amount), currency);

    public IEnumerable<ServiceSpend> Services => services;

    public Money? Of(LiveResource resource) => null;
}
