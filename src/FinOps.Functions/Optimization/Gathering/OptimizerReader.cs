using Amazon.ComputeOptimizer;
using Amazon.ComputeOptimizer.Model;
using FinOps.Core.Optimization;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Compute Optimizer, place by place: it answers for one account in one region at a time.</summary>
internal sealed class OptimizerReader(OptimizationClients clients, RequestMeter meter)
{
    private const AdviceSource Source = AdviceSource.ComputeOptimizer;
    private const string Service = "Compute Optimizer";
    private const int Concurrency = 4;

    public async Task<SourceAnswer> ReadAsync(IReadOnlyList<Place> places, int most, CancellationToken cancellationToken)
    {
        try
        {
            var status = await meter.CountAsync(Service, clients.Optimizer(AwsConnection.GlobalRegion).GetEnrollmentStatusAsync(new GetEnrollmentStatusRequest(), cancellationToken)).ConfigureAwait(false);
            if (status.Status != Status.Active)
            {
                return SourceAnswer.Nothing(Source, "not enrolled", new Blindspot(
                    "Compute Optimizer's findings", $"the account is not enrolled (it is {status.Status?.Value ?? "unknown"})", "Enrol the organization (finops:optimization enabled, or the console); it is free, and takes about a day."));
            }
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return SourceAnswer.Broken(Source, [], "Compute Optimizer's findings", failure, Next("GetEnrollmentStatus"));
        }

        var asked = places.Take(most).ToList();
        using var slots = new SemaphoreSlim(Concurrency);
        var answers = await Task.WhenAll(asked.Select(place => AskAsync(place, slots, cancellationToken))).ConfigureAwait(false);
        var notSeen = Gathered(answers.SelectMany(answer => answer.Failures)).ToList();
        var complete = notSeen.Count == 0 && asked.Count == places.Count;
        return new SourceAnswer(
            Source, complete ? SourceAnswer.Read : $"read in {asked.Count} of {places.Count} places", [.. answers.SelectMany(answer => answer.Advice)], complete, notSeen)
        { Failure = answers.SelectMany(answer => answer.Failures).Select(each => each.Failure).FirstOrDefault() };
    }

    // One account denied fails all of its questions, in every region: that is told once, and not 102 times.
    private static IEnumerable<Blindspot> Gathered(IEnumerable<(Place Place, string Operation, Exception Failure)> failures) => failures
        .GroupBy(each => (each.Place.AccountId, Why: Failures.Why(each.Failure)))
        .Select(group => new Blindspot(
            $"Compute Optimizer's findings of {group.Key.AccountId} in {string.Join(", ", group.Select(each => each.Place.Region).Distinct().Order(StringComparer.Ordinal))}",
            group.Key.Why, Next(string.Join(", ", group.Select(each => each.Operation).Distinct().Order(StringComparer.Ordinal)))));

    private static string Next(string operations) => $"Give the role compute-optimizer:{operations}, and see that the account takes part.";

    private async Task<(List<Advice> Advice, List<(Place Place, string Operation, Exception Failure)> Failures)> AskAsync(Place place, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        var (advice, failures) = (new List<Advice>(), new List<(Place, string, Exception)>());
        var (client, account) = (clients.Optimizer(place.Region), new List<string> { place.AccountId });
        (string Operation, Func<string?, Task<string?>> Ask)[] questions =
        [
            ("GetEC2InstanceRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetEC2InstanceRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.InstanceRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
            ("GetEBSVolumeRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetEBSVolumeRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.VolumeRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
            ("GetLambdaFunctionRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetLambdaFunctionRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.LambdaFunctionRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
            ("GetRDSDatabaseRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetRDSDatabaseRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.RdsDBRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
            ("GetAutoScalingGroupRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetAutoScalingGroupRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.AutoScalingGroupRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
            ("GetIdleRecommendations", async token =>
            {
                var page = await meter.CountAsync(Service, client.GetIdleRecommendationsAsync(new() { AccountIds = account, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                advice.AddRange((page.IdleRecommendations ?? []).SelectMany(OptimizerAdvice.Of));
                return page.NextToken;
            }),
        ];
        foreach (var (operation, ask) in questions)
        {
            try
            {
                await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    await AllPages.ReadAsync(ask).ConfigureAwait(false);
                }
                finally
                {
                    slots.Release();
                }
            }
            catch (Exception failure) when (Failures.IsSurvived(failure))
            {
                failures.Add((place, operation, failure));
            }
        }

        return (advice, failures);
    }
}
