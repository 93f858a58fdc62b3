using System.Globalization;
using FinOps.Core.Compliance;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Costs;
using FinOps.Core.Inventory;
using FinOps.Core.Tagging;
using static FinOps.Core.Tests.Compliance.Tallies;

namespace FinOps.Core.Tests.Compliance;

public sealed class ComplianceTallyTests
{
    private const string Compute = "Amazon Elastic Compute Cloud - Compute";
    private static readonly (string, string)[] Good = [("Team", "payments"), ("CostCenter", "1041")];

    [Fact]
    public void Finish_NothingSeen_IsNeverAHundredPercent()
    {
        var result = Of([]);

        Assert.Equal((null, null, 0), (result.Share, result.SpendShare, result.Total.Total.Resources));
    }

    [Fact]
    public void Finish_OnlyWaivedAndUnknown_HasNoScore()
    {
        var result = Of([Instance("i-1"), Resource($"arn:aws:future:eu-west-1:{Payments}:thing/1")], Judge(WaiverFile(Waiver("TAG001", $"account: '{Payments}'"))));

        Assert.Null(result.Share);
        Assert.Equal((1, 1, 0m), (result.Total.Waived.Resources, result.Total.UnknownType.Resources, result.Total.ShareWithoutWaivers));
    }

    [Fact]
    public void Finish_StandardThatRequiresNothing_SaysSoAndHasNoScore()
    {
        var result = Of([Instance("i-1")], Judge(standard: TagStandard.Parse("version: 1\nkeys: { Team: { values: [payments] } }", "standard.yaml")));

        Assert.Equal((false, null), (result.AsksForAnything, result.Share));
        Assert.Equal(1, result.Total.Compliant.Resources);
    }

    [Fact]
    public void Finish_EvenSplit_PutsAServicesDollarsOnItsResources()
    {
        var spend = Spend((Payments, Compute, 100m), (Payments, "AWS Config", 11m), (Search, Compute, 7m));

        var result = Of([Instance("i-1", Good), Instance("i-2"), Instance("i-3"), Resource("arn:aws:s3:::free", Good)], spend: spend);

        Assert.Equal((Money.Usd(33.333333333333m), 0.333333333333m, 0.333333333333m),
            (result.Total.Compliant.Spend, decimal.Round(result.SpendShare!.Value, 12), decimal.Round(100m / 3 / 100, 12)));
        Assert.Equal((Money.Usd(118), Money.Usd(100), Money.Usd(0)), (result.Spend!.Usage, result.Spend.OnResources, result.Spend.Exact));
        Assert.All(result.Findings, row => Assert.True(row.IsEstimate));
    }

    [Fact]
    public void Finish_DollarsOfSingleResources_GoBeforeTheEvenSplit()
    {
        const string Lambda = "AWS Lambda";
        var resources = new Dictionary<(string, string, string), Money> { [(Payments, Compute, "i-1")] = Money.Usd(60), [(Payments, Compute, "i-gone")] = Money.Usd(10) };
        var spend = new SpendByResource(
            new DateRange(Today.AddDays(-14), Today), "USD", new HashSet<string> { Compute }, resources, [new ServiceSpend(Payments, Compute, Money.Usd(100)), new ServiceSpend(Payments, Lambda, Money.Usd(8))]);

        var result = Of([Instance("i-1"), Instance("i-2"), Instance("i-3", Good), Resource($"arn:aws:lambda:eu-west-1:{Payments}:function:f")], spend: spend);

        Assert.Equal(
            [("i-1", Money.Usd(60), false), ("function:f", Money.Usd(8), true), ("i-2", Money.Usd(0), false)],
            result.Findings.Select(row => (row.Arn[(row.Arn.IndexOf(Payments, StringComparison.Ordinal) + 13)..].Replace("instance/", "", StringComparison.Ordinal), row.Spend!.Value, row.IsEstimate)));
        Assert.Equal((Money.Usd(68), Money.Usd(68), Money.Usd(60), Money.Usd(108)), (result.Total.NonCompliant.Spend, result.Spend!.OnResources, result.Spend.Exact, result.Spend.Usage));
    }

    [Fact]
    public void Finish_Team_IsTheTagsThenTheAccountsThenNobody()
    {
        var result = Of([
            Instance("i-1", ("Team", "search")), Instance("i-2", ("Team", "marketing")),
            Instance("i-3") with { AccountId = Search }, Instance("i-4") with { AccountId = "999999999999" },
        ]);

        Assert.Equal([("", 2), ("payments", 1), ("search", 1)], result.Teams.Select(row => (row.Key, row.Standing.NonCompliant.Resources)));
        Assert.Equal("999999999999", result.Accounts.Single(row => row.Key[0] == '9').Label);
        Assert.Equal([("", null), ("payments", "payments@example.com"), ("search", "search@example.com")], result.Owners.Select(owner => (owner.Team, owner.Mail)));
    }

    [Fact]
    public void Finish_MoreThanIsListed_ListsTheDearestAndCountsAll()
    {
        var spend = Spend((Payments, Compute, 100m), (Payments, "AWS Lambda", 90m));
        LiveResource[] resources = [.. Enumerable.Range(0, 200).Select(number => Instance($"i-{number:000}")), Resource($"arn:aws:lambda:eu-west-1:{Payments}:function:dear")];

        var result = Of(resources, spend: spend, mostFindings: 3);

        Assert.Equal(["function:dear", "instance/i-000", "instance/i-001"], result.Findings.Select(row => row.Arn.Split(':', 6)[5]));
        Assert.Equal(201, result.Total.NonCompliant.Resources);
    }

    [Fact]
    public void Finish_Rules_CountEachResourceOnceAndWaivedOnesApart()
    {
        var waivers = WaiverFile(Waiver("TAG001", "resource: '*i-1'") + Waiver("TAG001", "resource: '*i-2'", expires: "2026-02-01"));

        var result = Of([Instance("i-1"), Instance("i-2"), Instance("i-3", ("team", "payments"), ("TEAM", "search"), ("CostCenter", "1041"))], Judge(waivers));

        Assert.Equal(
            [("TAG001", "Team", 2, 1), ("TAG001", "CostCenter", 1, 1), ("TAG003", "Team", 1, 0)],
            result.Rules.OrderBy(row => row.Rule, StringComparer.Ordinal).ThenByDescending(row => row.Open.Resources).Select(row => (row.Rule, row.Key, row.Open.Resources, row.Waived)));
        Assert.Equal((2, 31), (Assert.Single(result.Waivers).Findings, result.Waivers[0].DaysLeft));
        Assert.Equal((2, -28), (Assert.Single(result.LapsedWaivers).Findings, result.LapsedWaivers[0].DaysLeft));
    }

    [Fact]
    public void Finish_Native_TellsWhyAwsDoesNotCountAResource()
    {
        var result = Of([
            Instance("missing-reported", ("CostCenter", "1041")),
            Instance("never-tagged"),
            Resource($"arn:aws:lambda:eu-west-1:{Payments}:function:missing", ("CostCenter", "1041")),
            Instance("pattern", ("Team", "payments"), ("CostCenter", "x")),
            Instance("value", ("Team", "marketing"), ("CostCenter", "1041")),
            Resource($"arn:aws:es:eu-west-1:{Payments}:domain/unsupported", ("Team", "payments")),
        ]);

        Assert.Equal(
            [(NativeSight.Seen, 2), (NativeSight.TypeNotSupported, 1), (NativeSight.NeverTagged, 1), (NativeSight.MissingNotReported, 1), (NativeSight.NotExpressible, 1)],
            result.Native.Select(row => (row.Sight, row.Resources.Resources)));
    }

    /// <summary>A Lambda reads hundreds of thousands of resources; what is kept of each must not grow with its tags.</summary>
    [Fact]
    public void Add_ManyResources_KeepsLittleOfEach()
    {
        const int Resources = 60_000;
        var tally = new ComplianceTally(Judge(), null);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var number = 0; number < Resources; number++)
            tally.Add(LiveResource.Found(
                $"arn:aws:ec2:eu-west-1:{number % 500:000000000000}:instance/i-{number:x17}", "", "eu-west-1",
                new Dictionary<string, string> { ["Name"] = $"machine-{number}", ["Notes"] = new('x', 200) })!);

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Resources;
        Assert.True(bytes < 300, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes of each"));
        Assert.Equal(Resources, tally.Finish(Accounts).Total.NonCompliant.Resources);
    }
}
