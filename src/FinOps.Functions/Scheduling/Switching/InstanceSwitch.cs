using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Aws;
using FinOps.Functions.Scheduling.Gathering;

namespace FinOps.Functions.Scheduling.Switching;

/// <summary>
/// Starts or stops instances in batches. EC2 does all of a call or nothing, so a batch that it refuses is cut into halves until what it refuses
/// stands alone: one bad instance costs a few calls more and nothing else.
/// </summary>
internal sealed class InstanceSwitch(IAmazonEC2 ec2, RequestMeter meter, CancellationToken cancellationToken)
{
    public const int LargestBatch = 50;

    // These are about the caller or the moment, not about an instance: a smaller batch fares no better.
    private static readonly string[] OfTheWholeCall =
        ["RequestLimitExceeded", "Throttling", "ThrottlingException", "EC2ThrottledException", "AuthFailure", "RequestExpired", "ExpiredToken", "ExpiredTokenException", "InternalError", "Unavailable", "ServiceUnavailable"];

    public async Task<IReadOnlyList<SwitchOutcome>> RunAsync(IReadOnlyList<SwitchDecision> decisions)
    {
        var outcomes = new List<SwitchOutcome>();
        foreach (var batch in decisions.Chunk(LargestBatch))
            await BatchAsync(batch, outcomes).ConfigureAwait(false);
        return outcomes;
    }

    private async Task BatchAsync(ArraySegment<SwitchDecision> batch, List<SwitchOutcome> outcomes)
    {
        try
        {
            var taken = await SwitchAsync(batch).ConfigureAwait(false);
            outcomes.AddRange(batch.Select(decision => taken.Contains(decision.Resource.Id)
                ? new SwitchOutcome(decision, SwitchResult.Done)
                : new SwitchOutcome(decision, SwitchResult.Refused, "AWS answered without a word about it")));
        }
        catch (AmazonServiceException refused) when (batch.Count > 1 && IsOfOneInstance(refused))
        {
            await BatchAsync(batch[..(batch.Count / 2)], outcomes).ConfigureAwait(false);
            await BatchAsync(batch[(batch.Count / 2)..], outcomes).ConfigureAwait(false);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure) || failure is OperationCanceledException)
        {
            outcomes.AddRange(batch.Select(decision => PlaceSwitch.Failed(decision, failure)));
        }
    }

    private async Task<IReadOnlySet<string>> SwitchAsync(ArraySegment<SwitchDecision> batch)
    {
        var ids = batch.Select(decision => decision.Resource.Id).ToList();
        var changes = batch[0].Action == SwitchAction.Stop
            ? (await meter.CountAsync(Instances.Service, ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = ids }, cancellationToken)).ConfigureAwait(false)).StoppingInstances
            : (await meter.CountAsync(Instances.Service, ec2.StartInstancesAsync(new StartInstancesRequest { InstanceIds = ids }, cancellationToken)).ConfigureAwait(false)).StartingInstances;
        return (changes ?? []).Select(change => change.InstanceId).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsOfOneInstance(AmazonServiceException refused) => (int)refused.StatusCode is >= 400 and < 500 && !OfTheWholeCall.Contains(refused.ErrorCode);
}
