using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Functions.Tests.Support;

/// <summary>Bills to report on.</summary>
internal static class Bills
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Lazy<IReadOnlyList<CostRow>> SyntheticRows = new(() =>
        [.. SyntheticOrganization.Create(new SyntheticOrganizationOptions { AsOf = AsOf, Months = 6, Accounts = 12 }).Costs.Rows()]);

    public static IReadOnlyList<CostRow> Synthetic => SyntheticRows.Value;

    /// <summary>10 USD a day for each of the owners, each in an account of the given name.</summary>
    public static IReadOnlyList<CostRow> Daily(params (string Tag, string AccountName)[] owners)
    {
        var rows = new List<CostRow>();
        foreach (var day in new DateRange(new DateOnly(2026, 7, 1), AsOf).EachDay())
        {
            for (var i = 0; i < owners.Length; i++)
            {
                var item = new CostLineItem
                {
                    PayerAccountId = "100000000000",
                    AccountId = $"10000000000{i}",
                    AccountName = owners[i].AccountName,
                    Service = "AWS Lambda",
                    ServiceCode = "AWSLambda",
                    RecordType = RecordTypes.Usage,
                    Region = "eu-west-1",
                    Tags = owners[i].Tag.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Team"] = owners[i].Tag },
                };
                var ten = Money.Usd(10);
                rows.Add(new CostRow(day, item, ten, ten, ten, ten, 1, false));
            }
        }

        return rows;
    }
}
