using FinOps.Infra.CostData;

namespace FinOps.Infra.Tests.CostData;

/// <summary>Each named query, over made-up and over real rows, against the same figures computed without SQL.</summary>
public sealed class CostQueriesTests
{
    private static readonly QuerySettings _settings = new() { TopRows = 7 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Queries_OverMadeUpRows_GiveTheFiguresOfTheOracle(int seed) =>
        Compare(MadeUp(seed), new DateOnly(2026, 3, 20), "Team", ["payments", "search"]);

    [SkippableFact]
    public void Queries_OverRealRows_GiveTheFiguresOfTheOracle()
    {
        var file = Ancestors(TestFiles.Root).Select(folder => Path.Combine(folder, "shared", "data", "focus-1.0-sample.csv")).FirstOrDefault(File.Exists);
        Skip.If(file is null, "shared/data/focus-1.0-sample.csv is not beside this clone.");

        Compare(FocusRow.ReadCsv(file), new DateOnly(2024, 9, 30), "application", ["BrightPathMatrix", "ZoomMapMax"]);
    }

    [Fact]
    public void Allocation_OfAFewRows_IsWhatAPersonComputes()
    {
        using var database = new FocusDatabase(
            [
                Row("2026-03-01", 60, tags: ("Team", "payments")),
                Row("2026-03-02", 20, tags: ("user:Team", "search")),
                Row("2026-03-03", 15),
                Row("2026-03-03", 5, tags: ("Team", "nobody")),
                Row("2026-03-04", 30) with { ChargeCategory = "Tax" },
                Row("2026-03-04", 10) with { ServiceName = "AWS Support (Business)" },
            ],
            new DateOnly(2026, 3, 20));

        Assert.Equal(["2026-03 | 100.0000 | 80.0000 | 80.0000 | 40.0000"], database.Ask(Queries("Team", ["payments", "search"])["allocation"]));
    }

    [Fact]
    public void Queries_WithAQuoteInAnOwner_StaySound()
    {
        using var database = new FocusDatabase([Row("2026-03-01", 10, tags: ("Team", "o'brien"))], new DateOnly(2026, 3, 20));

        Assert.Equal(["2026-03 | 10.0000 | 10.0000 | 100.0000 | 0.0000"], database.Ask(Queries("Team", ["o'brien"])["allocation"]));
    }

    [Fact]
    public void Queries_ReadOnlyColumnsOfTheExport()
    {
        var columns = ExportTables.Focus("DAILY").Columns.Select(column => column.Name.ToLowerInvariant()).Append("billing_period").ToHashSet();
        string[] read =
        [
            "billing_period", "chargeperiodstart", "chargecategory", "effectivecost", "listcost", "contractedcost", "servicename", "resourcetype", "resourceid",
            "subaccountid", "subaccountname", "commitmentdiscountid", "commitmentdiscounttype", "commitmentdiscountstatus", "tags",
        ];

        Assert.Equal(61, columns.Count);
        Assert.Empty(read.Except(columns));
    }

    private static void Compare(IReadOnlyList<FocusRow> rows, DateOnly today, string owner, IReadOnlyList<string> owners)
    {
        using var database = new FocusDatabase(rows, today);
        var figures = new FocusFigures(rows, today, owner, owners, _settings.Months, _settings.SettleDays, _settings.WindowDays, _settings.TopRows);
        var queries = Queries(owner, owners);

        Equal("allocation", figures.Allocation());
        Equal("unallocated-drivers", figures.UnallocatedDrivers());
        Equal("top-movers", figures.TopMovers());
        Equal("commitments", figures.Commitments());
        Equal("effective-savings-rate", figures.EffectiveSavingsRate());
        Assert.Equal(5, queries.Count);

        void Equal(string name, IEnumerable<string> expected)
        {
            var lines = expected.ToList();
            Assert.NotEmpty(lines);
            Assert.Equal(lines, database.Ask(queries[name]));
        }
    }

    private static Dictionary<string, string> Queries(string owner, IReadOnlyList<string> owners) =>
        new CostQueries("\"finops_cost_data\".\"focus\"", owner, owners, _settings).All.ToDictionary(query => query.Name, query => query.Sql);

    private static List<FocusRow> MadeUp(int seed)
    {
        var random = new Random(seed);
        string?[] teams = ["payments", "search", "nobody", null];
        var rows = new List<FocusRow>();
        for (var day = new DateTime(2025, 11, 1); day < new DateTime(2026, 3, 20); day = day.AddDays(1))
        {
            for (var index = 0; index < 8; index++)
            {
                var cost = random.Next(0, 1_000_000) / 1000m;
                var committed = index == 7;
                rows.Add(Row(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), cost) with
                {
                    ChargeCategory = index == 6 ? ((string[])["Tax", "Credit", "Purchase"])[random.Next(3)] : "Usage",
                    ListCost = random.Next(4) switch { 0 => null, 1 => 0m, _ => cost * 1.3m },
                    ContractedCost = cost * 1.1m,
                    ServiceName = ((string[])["Amazon S3", "Amazon EC2", "AWS Lambda", "AWS Support (Enterprise)"])[random.Next(4)],
                    ResourceType = random.Next(3) == 0 ? null : "instance",
                    ResourceId = random.Next(5) == 0 ? null : $"r-{random.Next(20)}",
                    SubAccountId = $"11112222333{random.Next(3)}",
                    SubAccountName = "an account",
                    CommitmentDiscountId = committed ? $"sp-{random.Next(2)}" : null,
                    CommitmentDiscountType = committed ? "Savings Plan" : null,
                    CommitmentDiscountStatus = committed ? random.Next(3) == 0 ? "Unused" : "Used" : null,
                    Tags = teams[random.Next(4)] is { } team ? new Dictionary<string, string> { [random.Next(2) == 0 ? "Team" : "user:Team"] = team } : [],
                });
            }
        }

        return rows;
    }

    private static FocusRow Row(string day, decimal cost, (string Key, string Value)? tags = null) => new()
    {
        ChargePeriodStart = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        BillingPeriod = day[..7],
        EffectiveCost = cost,
        ServiceName = "Amazon S3",
        Tags = tags is { } tag ? new Dictionary<string, string> { [tag.Key] = tag.Value } : [],
    };

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            yield return each.FullName;
        }
    }
}
