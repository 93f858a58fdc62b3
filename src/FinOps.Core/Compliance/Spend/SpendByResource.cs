using FinOps.Core.Costs;
using FinOps.Core.Inventory;

namespace FinOps.Core.Compliance.Spend;

/// <summary>Amounts of single resources for the services of which the bill has them, and of accounts and services for the others.</summary>
/// <param name="known">The services of which the bill tells resources apart: what it does not name there costs nothing.</param>
/// <param name="resources">By resource id as the bill writes it: an ARN, or the last part of one (<c>i-0abc</c>, a bucket's name).</param>
/// <param name="services">Usage of every account and service in the same days, the resources' included.</param>
public sealed class SpendByResource(
    DateRange days, string currency, IReadOnlySet<string> known, IReadOnlyDictionary<(string AccountId, string Service, string Id), Money> resources, IReadOnlyList<ServiceSpend> services) : IResourceSpend
{
    private readonly Money _nothing = Money.Zero(currency);

    public DateRange Days => days;

    public string Source =>
        $"Cost Explorer by resource for {string.Join(", ", known.Order(StringComparer.Ordinal))}; for other services by account and service, an amount that the resources of it which were found in the account share evenly";

    public Money Usage { get; } = Money.Sum(services.Select(service => service.Amount), currency);

    public IEnumerable<ServiceSpend> Services => services.Where(service => !known.Contains(service.Service));

    public Money? Of(LiveResource resource) => BilledServices.Of(resource.Type) is { } service && known.Contains(service)
        ? Find(resource.AccountId, service, resource.Arn) ?? Find(resource.AccountId, service, IdOf(resource.Arn)) ?? _nothing
        : null;

    private Money? Find(string account, string service, string id) => resources.TryGetValue((account, service, id), out var amount) ? amount : null;

    // arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc -> i-0abc; arn:aws:s3:::logs -> logs; arn:aws:rds:eu-west-1:111122223333:db:orders -> orders
    private static string IdOf(string arn) => arn[(arn.LastIndexOfAny([':', '/']) + 1)..];
}
