using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Core.Tests.Organization.Synthetic;

public sealed class SyntheticCostsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly SyntheticOrganization Organization = Create(40);
    private static readonly List<CostRow> Rows = [.. Organization.Costs.Rows()];

    [Fact]
    public void Rows_SameOptions_AreTheSameToTheLastDigit() => Assert.Equal(Fingerprint(Create(9, months: 3)), Fingerprint(Create(9, months: 3)));

    [Fact]
    public void Rows_AnotherSeed_AreOthers() => Assert.NotEqual(Fingerprint(Create(9, months: 3)), Fingerprint(Create(9, seed: 5, months: 3)));

    [Fact]
    public void Rows_Default_CoverCompleteMonthsUpToYesterday()
    {
        Assert.Equal(new DateOnly(2025, 9, 1), Rows.Min(row => row.Day));
        Assert.Equal(Today.AddDays(-1), Rows.Max(row => row.Day));
        Assert.Equal([Today.AddDays(-2), Today.AddDays(-1)], Rows.Where(row => row.IsEstimated).Select(row => row.Day).Distinct().Order());
        Assert.Equal(Rows.Count, Organization.Costs.CountRows());
        Assert.InRange(Rows.Count, 200_000, 500_000);
    }

    [Fact]
    public void Rows_EveryMonth_HaveAllRecordTypesWithTheirSigns()
    {
        foreach (var month in Rows.GroupBy(row => row.BillingMonth))
        {
            var present = month.Select(row => row.Item.RecordType).ToHashSet();
            Assert.Superset(RecordTypes.All.Except([RecordTypes.Refund]).ToHashSet(), present);
        }
        Assert.Contains(Rows, row => row.Item.RecordType == RecordTypes.Refund);
        Assert.All(Rows, row => Assert.True(
            row.Item.RecordType is RecordTypes.SavingsPlanNegation or RecordTypes.Credit or RecordTypes.Refund or RecordTypes.EnterpriseDiscount
                ? row.UnblendedCost.Amount < 0
                : row.UnblendedCost.Amount >= 0));
    }

    [Fact]
    public void Totals_OfAnyDay_AreEqualInAllFourCostMetrics()
    {
        Assert.NotEmpty(Rows);
        foreach (var day in Rows.GroupBy(row => row.Day))
        {
            var unblended = Money.Sum(day.Select(row => row.UnblendedCost));
            Assert.Equal(unblended, Money.Sum(day.Select(row => row.AmortizedCost)));
            Assert.Equal(unblended, Money.Sum(day.Select(row => row.NetUnblendedCost)));
            Assert.Equal(unblended, Money.Sum(day.Select(row => row.NetAmortizedCost)));
        }
    }

    [Fact]
    public void SavingsPlan_AnyDay_NeverHasNegativeUnusedCommitment() =>
        Assert.All(
            Rows.Where(row => row.Item.RecordType == RecordTypes.SavingsPlanRecurringFee),
            row => Assert.InRange(row.AmortizedCost.Amount, 0, row.UnblendedCost.Amount));

    [Fact]
    public void Tags_TaggableUsage_IsUntaggedToAboutEighteenPercentOfItsCost()
    {
        var taggable = Rows.Where(row => row.Item.IsTaggable).ToList();
        var untagged = taggable.Where(row => row.Item.Tags.Count == 0).ToList();

        var share = Money.Sum(untagged.Select(row => row.AmortizedCost)).ShareOf(Money.Sum(taggable.Select(row => row.AmortizedCost)));

        Assert.InRange(share!.Value, 0.14m, 0.22m);
    }

    [Fact]
    public void Tags_TaggableUsage_ContainEveryKindOfMistake()
    {
        var tags = Organization.Costs.Series.Select(series => series.Item.Tags).ToList();

        Assert.Contains(tags, set => set.TryGetValue("Team", out var team) && !SyntheticTeams.Names.Contains(team));
        Assert.Contains(tags, set => set.ContainsKey("team"));
        Assert.Contains(tags, set => set.TryGetValue("Environment", out var environment) && char.IsUpper(environment[0]));
        Assert.Contains(tags, set => set.Count > 0 && !set.ContainsKey("Owner"));
        Assert.All(
            Organization.Costs.Series.Where(series => !RecordTypes.IsResourceUsage(series.Item.RecordType)),
            series => Assert.Empty(series.Item.Tags));
    }

    [Fact]
    public void Anomalies_Default_AreOneStepAndOneRecentSpikeFoundInTheRows()
    {
        Assert.Equal(2, Organization.Anomalies.Count);
        foreach (var anomaly in Organization.Anomalies)
        {
            var found = Rows.Where(row => row.Item.AccountId == anomaly.Account.Id && row.Item.UsageType == anomaly.UsageType
                && row.Item.Region == anomaly.Region && anomaly.Days.Contains(row.Day));
            Assert.Equal(anomaly.ActualCost, Money.Sum(found.Select(row => row.UnblendedCost)));
            Assert.True(anomaly.Impact > Money.Usd(400), $"{anomaly.Service}: {anomaly.Impact}");
        }
        Assert.True(Organization.Anomalies[0].IsOngoing);
        Assert.InRange(Organization.Anomalies[1].Days.Start, Today.AddDays(-10), Today.AddDays(-1));
    }

    [Fact]
    public void Suspended_LastMonths_CostNothing()
    {
        var suspended = Organization.Accounts.Single(account => account.State == SyntheticAccountState.Suspended);

        Assert.DoesNotContain(Rows, row => row.Item.AccountId == suspended.Id && row.Day >= Today.AddDays(-90));
        Assert.Contains(Rows, row => row.Item.AccountId == suspended.Id);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(6, 38)]
    public void Create_SmallestAndLongest_StillHaveRowsAndAnomalies(int accounts, int months)
    {
        var organization = SyntheticOrganization.Create(new SyntheticOrganizationOptions { Accounts = accounts, Months = months, AsOf = new DateOnly(2026, 3, 1) });

        Assert.True(organization.Costs.CountRows() > 0);
        Assert.Equal(2, organization.Anomalies.Count);
    }

    private static SyntheticOrganization Create(int accounts, int seed = 20260101, int months = 14) =>
        SyntheticOrganization.Create(new SyntheticOrganizationOptions { Accounts = accounts, Seed = seed, Months = months, AsOf = Today });

    private static string Fingerprint(SyntheticOrganization organization)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in organization.Costs.Rows())
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Day:O}|{row.Item.AccountId}|{row.Item.UsageType}|{row.Item.ResourceId}|{string.Join(',', row.Item.Tags)}|{row.UnblendedCost}|{row.AmortizedCost}|{row.NetUnblendedCost}|{row.UsageQuantity}\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
