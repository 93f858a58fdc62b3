using FinOps.Core.Costs;
using FinOps.Core.Inventory;

namespace FinOps.Core.Compliance.Spend;

/// <summary>Amounts of single resources where the bill has them, and of accounts and services for what they leave.</summary>
/// <param name="resources">By resource id as the bill writes it: an ARN, or the last part of one (<c>i-0abc</c>, a bucket's name).</param>
/// <param name="services">Usage of every account and service in the same days, the resources' included.</param>
public sealed class SpendByResource(DateRange days, string currency, IReadOnlyDictionary<(string AccountId, string Service, string Id), Money> resources, IReadOnlyList<ServiceSpend> services) : IResourceSpend
{
    public DateRange Days => days;

    public string Source =>
        "Cost Explorer by resource where it is switched on; what is left of an account's service is shared evenly by the other resources of it that were found there";

    public Money Usage { get; } = Money.Sum(services.Select(service => service.Amount), currency);

    /// <summary>Less everything that is known of single resources, those included that were not found.</summary>
    public IEnumerable<ServiceSpend> Services
    {
        get
        {
            var known = resources.GroupBy(each => (each.Key.AccountId, each.Key.Service)).ToDictionary(group => group.Key, group => Money.Sum(group.Select(each => each.Value), currency));
            return services.Select(service => known.TryGetValue((service.AccountId, service.Service), out var less) ? service with { Amount = service.Amount - less } : service);
        }
    }

    public Money? Of(LiveResource resource)
    {
        if (BilledServices.Of(resource.Type) is not { } service)
        {
            return null;
        }

        return Find(resource.Arn) ?? Find(IdOf(resource.Arn));

        Money? Find(string id) => resources.TryGetValue((resource.AccountId, service, id), out var amount) ? amount : null;
    }

    // arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc -> i-0abc; arn:aws:s3:::logs -> logs; arn:aws:rds:eu-west-1:111122223333:db:orders -> orders
    private static string IdOf(string arn) => arn[(arn.LastIndexOfAny([':', '/']) + 1)..];
}
