using FinOps.Core.Compliance.Results;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Counting;

/// <summary>Shares what an account's service costs evenly by its resources, so that the parts add up to the whole.</summary>
internal sealed class SpendSharing
{
    /// <summary>AWS writes no more than ten decimals.</summary>
    private const int Decimals = 12;

    private readonly Dictionary<(string Account, string Service), Pool> _pools = [];

    private SpendSharing(IResourceSpend? spend)
    {
        Spend = spend;
        Currency = spend?.Usage.Currency ?? Money.UsDollar;
        Exact = Money.Zero(Currency);
    }

    public IResourceSpend? Spend { get; }

    public string Currency { get; }

    /// <summary>What the bill itself puts on single resources that were found.</summary>
    public Money Exact { get; private set; }

    public static SpendSharing Of(IResourceSpend? spend, IEnumerable<(string Account, string Type, CellSum Sum)> cells)
    {
        var sharing = new SpendSharing(spend);
        foreach (var service in spend?.Services ?? [])
        {
            var key = (service.AccountId, service.Service);
            sharing._pools[key] = sharing._pools.GetValueOrDefault(key) with { Amount = sharing._pools.GetValueOrDefault(key).Amount + service.Amount.Amount };
        }

        foreach (var (account, type, sum) in cells)
        {
            sharing.Exact += new Money(sum.ExactAmount, sharing.Currency);
            if (BilledServices.Of(type) is { } service && sharing._pools.TryGetValue((account, service), out var pool))
            {
                sharing._pools[(account, service)] = pool with { Resources = pool.Resources + sum.Resources - sum.Exact };
            }
        }

        return sharing;
    }

    /// <summary>The cells with their money. Rounding falls on cells in an order that their names give.</summary>
    public IEnumerable<Cell> Share(IEnumerable<(CellSum Sum, Cell Cell)> cells)
    {
        var given = new Dictionary<(string, string), (int Resources, decimal Amount)>();
        foreach (var (sum, cell) in cells.OrderBy(each => each.Cell.Account, StringComparer.Ordinal).ThenBy(each => each.Cell.Type, StringComparer.Ordinal)
            .ThenBy(each => each.Cell.Region, StringComparer.Ordinal).ThenBy(each => each.Cell.Team, StringComparer.Ordinal).ThenBy(each => each.Cell.Shape.Text, StringComparer.Ordinal))
        {
            var amount = sum.ExactAmount;
            if (sum.Resources > sum.Exact && BilledServices.Of(cell.Type) is { } service && _pools.TryGetValue((cell.Account, service), out var pool))
            {
                var before = given.GetValueOrDefault((cell.Account, service));
                var resources = before.Resources + sum.Resources - sum.Exact;
                var upTo = resources == pool.Resources ? pool.Amount : decimal.Round(pool.Amount * resources / pool.Resources, Decimals);
                given[(cell.Account, service)] = (resources, upTo);
                amount += upTo - before.Amount;
            }

            yield return cell with { Part = new Part(sum.Resources, new Money(amount, Currency)) };
        }
    }

    /// <returns>Null when nothing is known of what such a resource costs.</returns>
    public Money? OfOne(string account, string type, decimal? exact) =>
        exact is { } known ? new Money(known, Currency)
        : BilledServices.Of(type) is { } service && _pools.TryGetValue((account, service), out var pool) && pool.Resources > 0 ? new Money(pool.Amount / pool.Resources, Currency)
        : null;

    private readonly record struct Pool(decimal Amount, int Resources);
}
