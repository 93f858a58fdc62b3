using Amazon.AutoScaling.Model;
using Amazon.RDS.Model;
using Amazon.Runtime;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Aws;
using FinOps.Functions.Scheduling.Gathering;

namespace FinOps.Functions.Scheduling.Switching;

/// <summary>Carries decisions out in one place. What AWS refuses for one resource changes nothing for the others.</summary>
internal sealed class PlaceSwitch(PlaceClients clients, string scheduleKey, RequestMeter meter, DateTimeOffset now, CancellationToken cancellationToken)
{
    public async Task<IReadOnlyList<SwitchOutcome>> RunAsync(IReadOnlyList<SwitchDecision> decisions)
    {
        var outcomes = decisions.Where(decision => decision.Action == SwitchAction.Leave).Select(decision => new SwitchOutcome(decision, SwitchResult.Left)).ToList();
        foreach (var same in decisions.Where(decision => decision.Action != SwitchAction.Leave).GroupBy(decision => (decision.Resource.Kind, decision.Action)))
        {
            if (same.Key.Kind == ResourceKind.Instance)
                outcomes.AddRange(await new InstanceSwitch(clients.Ec2, meter, cancellationToken).RunAsync([.. same]).ConfigureAwait(false));
            else
                foreach (var decision in same)
                    outcomes.Add(await OneAsync(decision).ConfigureAwait(false));
        }

        return outcomes;
    }

    private async Task<SwitchOutcome> OneAsync(SwitchDecision decision)
    {
        try
        {
            await (decision.Resource.Kind switch
            {
                ResourceKind.Database => DatabaseAsync(decision),
                ResourceKind.Cluster => ClusterAsync(decision),
                _ => GroupAsync(decision),
            }).ConfigureAwait(false);
            return new SwitchOutcome(decision, SwitchResult.Done);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure) || failure is OperationCanceledException)
        {
            return Failed(decision, failure);
        }
    }

    public static SwitchOutcome Failed(SwitchDecision decision, Exception failure) => failure switch
    {
        OperationCanceledException => new SwitchOutcome(decision, SwitchResult.NotReached),
        AmazonServiceException { ErrorCode: { Length: > 0 } code } aws => new SwitchOutcome(decision, SwitchResult.Refused, $"{code}: {aws.Message.ReplaceLineEndings(" ")}"),
        _ => new SwitchOutcome(decision, SwitchResult.Refused, failure.Message.ReplaceLineEndings(" ")),
    };

    private Task DatabaseAsync(SwitchDecision decision) => decision.Action == SwitchAction.Stop
        ? meter.CountAsync(Databases.Service, clients.Rds.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = decision.Resource.Id }, cancellationToken))
        : meter.CountAsync(Databases.Service, clients.Rds.StartDBInstanceAsync(new StartDBInstanceRequest { DBInstanceIdentifier = decision.Resource.Id }, cancellationToken));

    private Task ClusterAsync(SwitchDecision decision) => decision.Action == SwitchAction.Stop
        ? meter.CountAsync(Databases.Service, clients.Rds.StopDBClusterAsync(new StopDBClusterRequest { DBClusterIdentifier = decision.Resource.Id }, cancellationToken))
        : meter.CountAsync(Databases.Service, clients.Rds.StartDBClusterAsync(new StartDBClusterRequest { DBClusterIdentifier = decision.Resource.Id }, cancellationToken));

    // The sizes are kept before they are taken away, and forgotten only when they are back: whatever fails in between, they are not lost.
    private async Task GroupAsync(SwitchDecision decision)
    {
        var sizes = decision.Resource.Sizes ?? throw new AmazonClientException("the group has no size to keep or to go back to");
        if (decision.Action == SwitchAction.Stop)
        {
            await KeepAsync(decision.Resource.Id, (sizes with { At = now }).ToString()).ConfigureAwait(false);
            // With the maximum at zero too, neither a scaling policy nor a scheduled action starts it again.
            await SizeAsync(decision.Resource.Id, 0, 0, 0).ConfigureAwait(false);
        }
        else
        {
            await SizeAsync(decision.Resource.Id, sizes.Min, sizes.Max, sizes.Desired).ConfigureAwait(false);
            await KeepAsync(decision.Resource.Id, GroupSizes.Restored).ConfigureAwait(false);
        }
    }

    private Task<UpdateAutoScalingGroupResponse> SizeAsync(string name, int min, int max, int desired) => meter.CountAsync(Groups.Service, clients.AutoScaling.UpdateAutoScalingGroupAsync(
        new UpdateAutoScalingGroupRequest { AutoScalingGroupName = name, MinSize = min, MaxSize = max, DesiredCapacity = desired }, cancellationToken));

    private Task<CreateOrUpdateTagsResponse> KeepAsync(string name, string text) => meter.CountAsync(Groups.Service, clients.AutoScaling.CreateOrUpdateTagsAsync(
        new CreateOrUpdateTagsRequest
        {
            Tags = [new Amazon.AutoScaling.Model.Tag { Key = GroupSizes.Key(scheduleKey), Value = text, PropagateAtLaunch = false, ResourceId = name, ResourceType = "auto-scaling-group" }],
        },
        cancellationToken));
}
