using Amazon.S3.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Optimization;
using FinOps.Functions.Optimization.Ledger;

namespace FinOps.Functions.Tests.Optimization;

/// <summary>The report over real sockets, signed, against the embedded AWS.</summary>
public sealed class OptimizationAgainstLocalAwsTests(EnrolledAws aws) : IClassFixture<EnrolledAws>
{
    [Fact]
    public async Task RunAsync_EverySource_CountsEachResourceOnceAndAgreesWithAws()
    {
        var report = await aws.RunAsync();

        var analysis = report.Analysis;
        Assert.NotEmpty(analysis.Usage);
        Assert.Equal(analysis.Usage.Count, analysis.Usage.Select(each => each.Resource).Distinct().Count());
        Assert.Equal(analysis.UsageComparison!.Aws.Rounded(), analysis.UsageTotal.Rounded());
        Assert.Equal(analysis.PurchaseComparison!.Aws.Rounded(), analysis.PurchaseTotal.Rounded());
        Assert.True(report.Sources.Sum(source => source.Advice) > report.Sources.Single(source => source.Source == AdviceSource.CostOptimizationHub).Advice);
        Assert.Contains(analysis.Usage, each => each.Best.Sources is [AdviceSource.CostOptimizationHub, AdviceSource.ComputeOptimizer, ..] && each.Alternatives.Count > 0);
        Assert.Contains(analysis.Usage, each => each.Owner.Source == OwnerSource.ResourceTag);
        Assert.Contains(analysis.Usage, each => each.Owner.Source == OwnerSource.AccountTag);
        Assert.True(analysis.UsageShare is > 0 and < 1);
        Assert.Equal(["Savings plans"], analysis.Commitments!.Uses.Select(use => use.Kind));
        Assert.Equal(["Reservations"], analysis.Commitments.Without);
        Assert.Contains("organization", Assert.Single(report.NotSeen).What, StringComparison.Ordinal);
        // Spend, rightsizing, and the two questions about plans; refused questions about reservations are free.
        Assert.Equal(4, report.Cost.CostExplorerRequests);
    }

    [Fact]
    public async Task RunAsync_Decision_SetsAsideAndTheComparisonSaysSo()
    {
        var option = (await aws.RunAsync()).Analysis.Usage[0].Best;
        var decisions = DecisionList.Parse($"version: 1\ndecisions:\n- {{ id: '{option.Id}', decision: snooze, reason: later, by: a@example.com, until: 2999-01-01 }}\n", "d.yaml");

        var analysis = (await aws.RunAsync(options => options with { Decisions = decisions })).Analysis;

        Assert.DoesNotContain(analysis.Usage, each => each.Best.Id == option.Id);
        Assert.Equal(option.Id, Assert.Single(analysis.Decisions.SetAside).Option.Id);
        Assert.True(analysis.UsageComparison!.SetAside > Money.Usd(0));
        Assert.True(analysis.UsageComparison.Remainder.Rounded().IsZero);
    }

    [Fact]
    public async Task RunAsync_Ledger_IsKeptOnceAMonth_FollowsCosts_AndIsNeverWrittenOverWhenBroken()
    {
        static OptimizationOptions Kept(OptimizationOptions options) => options with { LedgerBucket = EnrolledAws.Bucket, MeasuredResources = 10 };
        using var clients = new OptimizationClients(aws.Connection());

        var first = await aws.RunAsync(Kept);
        var key = LedgerStore.Key(first.Ledger!.Month);
        var stored = await ReadAsync(clients, key);
        var second = await aws.RunAsync(Kept);
        var looked = await aws.RunAsync(options => Kept(options) with { KeepLedger = false });
        await clients.Storage.PutObjectAsync(new PutObjectRequest { BucketName = EnrolledAws.Bucket, Key = key, ContentBody = """{"month":"2026","entries":[{"promised":"much"}]}""", UseChunkEncoding = false });
        var broken = await aws.RunAsync(Kept);

        Assert.Equal(first.Analysis.Usage.Count + first.Analysis.Purchases.Count, first.Ledger.In(LedgerState.Open).Count());
        Assert.Equal(10, first.Ledger.Entries.Count(entry => entry.DailyBefore is not null));
        Assert.Equal(stored, LedgerJson.Write(second.Ledger!));
        Assert.Equal(stored, LedgerJson.Write(looked.Ledger!));
        Assert.Null(broken.Ledger);
        Assert.Contains(broken.NotSeen, spot => spot.What == "promised and realised savings");
        Assert.Contains("much", await ReadAsync(clients, key), StringComparison.Ordinal);
        await clients.Storage.DeleteObjectAsync(EnrolledAws.Bucket, key);
    }

    [Fact]
    public async Task Save_BehindTheBackOfAnotherRun_IsRefused()
    {
        using var clients = new OptimizationClients(aws.Connection());
        var store = new LedgerStore(clients.Storage, EnrolledAws.Bucket);
        Assert.True(BillingMonth.TryParse("2020-01", out var month));

        Assert.True(await store.SaveAsync(SavingsLedger.Empty(month), null, default));
        Assert.False(await store.SaveAsync(SavingsLedger.Empty(month), null, default));
        var kept = await store.LoadAsync(month, default);
        Assert.True(await store.SaveAsync(SavingsLedger.Empty(month), kept.Tag, default));
        Assert.False(await store.SaveAsync(SavingsLedger.Empty(month), "\"another\"", default));
        Assert.Null((await store.LoadAsync(month.AddMonths(1), default)).Tag);
    }

    private static async Task<string> ReadAsync(OptimizationClients clients, string key)
    {
        using var stored = await clients.Storage.GetObjectAsync(EnrolledAws.Bucket, key);
        using var reader = new StreamReader(stored.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
