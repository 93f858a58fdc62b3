using System.Text.Json;
using Amazon.S3;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Aws;
using FinOps.Functions.Optimization.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Ledger;

/// <summary>Takes the ledger one report further. A ledger that cannot be read is left as it is, and the report says so.</summary>
internal sealed class LedgerRun(OptimizationClients clients, RequestMeter meter, OptimizationOptions options)
{
    private const int Attempts = 5;

    /// <returns>Null without a bucket, and when it cannot be read.</returns>
    public async Task<(SavingsLedger? Ledger, IReadOnlyList<Blindspot> NotSeen)> StepAsync(
        DateOnly today, IReadOnlyList<Opportunity> advised, IReadOnlySet<AdviceSource> answered, CancellationToken cancellationToken)
    {
        if (options.LedgerBucket is not { } bucket)
            return (null, []);
        var store = new LedgerStore(clients.Storage, bucket);
        try
        {
            var kept = await store.LoadAsync(BillingMonth.Containing(today), cancellationToken).ConfigureAwait(false);
            var (costs, notSeen) = await CostsAsync(kept.Ledger, advised, today, cancellationToken).ConfigureAwait(false);
            for (var attempt = 1; ; attempt++)
            {
                var next = LedgerKeeper.Step(kept.Ledger, today, advised, answered, costs);
                if (!options.KeepLedger || await store.SaveAsync(next, kept.Tag, cancellationToken).ConfigureAwait(false))
                    return (next, notSeen);
                if (attempt == Attempts)
                    return (next, [.. notSeen, new Blindspot("that the ledger was kept", "other runs wrote it at the same time, again and again", "Run the report again.")]);
                kept = await store.LoadAsync(BillingMonth.Containing(today), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (JsonException mistake)
        {
            return (null, [new Blindspot("promised and realised savings", $"s3://{bucket}/{LedgerStore.Folder} has a file that is no ledger ({mistake.Message.ReplaceLineEndings(" ").TrimEnd('.')})", "Restore its last version; it is not written over.")]);
        }
        catch (Exception failure) when (failure is AmazonS3Exception || Failures.IsSurvived(failure))
        {
            return (null, [new Blindspot("promised and realised savings", $"the ledger in s3://{bucket}/{LedgerStore.Folder}: {Failures.Why(failure)}", "Give the role s3:GetObject, s3:PutObject and s3:ListBucket on the report bucket.")]);
        }
    }

    private async Task<(ResourceCosts? Costs, IReadOnlyList<Blindspot> NotSeen)> CostsAsync(SavingsLedger ledger, IReadOnlyList<Opportunity> advised, DateOnly today, CancellationToken cancellationToken)
    {
        var wanted = LedgerKeeper.Wanted(ledger, advised, options.MeasuredResources);
        if (wanted.Count == 0)
            return (null, []);
        var arns = ledger.Entries.Select(entry => (Name: LedgerKeeper.NameOf(entry), entry.Arn))
            .Concat(advised.SelectMany(each => each.Options).Select(option => (Name: option.Resource, option.Arn)))
            .Where(each => each.Arn is not null).DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Arn);
        return await new ResourceCostReader(clients.CostExplorer, meter).ReadAsync([.. wanted.Select(name => (name, arns.GetValueOrDefault(name)))], today, cancellationToken).ConfigureAwait(false);
    }
}
