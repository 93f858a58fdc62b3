using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using FinOps.Core.Inventory;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling.Gathering;

/// <summary>Auto Scaling groups with a schedule tag.</summary>
internal static class Groups
{
    public const string Service = "Auto Scaling";
    private const int PageSize = 100;

    public static async Task<IReadOnlyList<SwitchableResource>> ReadAsync(Place place, IAmazonAutoScaling autoScaling, string scheduleKey, RequestMeter meter, CancellationToken cancellationToken)
    {
        var found = new List<SwitchableResource>();
        string? token = null;
        do
        {
            var page = await meter.CountAsync(Service, autoScaling.DescribeAutoScalingGroupsAsync(
                new DescribeAutoScalingGroupsRequest { MaxRecords = PageSize, NextToken = token, Filters = [new Filter { Name = "tag-key", Values = [scheduleKey] }] }, cancellationToken)).ConfigureAwait(false);
            found.AddRange((page.AutoScalingGroups ?? []).Select(group => Read(place, group, scheduleKey)));
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
        return found;
    }

    /// <summary>What a group has now, to go back to later; null for a group that has nothing.</summary>
    public static GroupSizes? SizesOf(AutoScalingGroup group, DateTimeOffset now)
    {
        var types = (group.Instances ?? []).Select(instance => instance.InstanceType).Distinct(StringComparer.Ordinal).ToList();
        return group.DesiredCapacity > 0 ? new GroupSizes(group.MinSize ?? 0, group.MaxSize ?? 0, group.DesiredCapacity ?? 0, types is [{ } only] ? only : null, now) : null;
    }

    private static SwitchableResource Read(Place place, AutoScalingGroup group, string scheduleKey)
    {
        var tags = (group.Tags ?? []).Where(tag => tag.Key is not null).ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal);
        var kept = GroupSizes.Read(tags.GetValueOrDefault(GroupSizes.Key(scheduleKey)));
        var runs = group.DesiredCapacity > 0 || group.MinSize > 0;
        var sizes = runs ? SizesOf(group, DateTimeOffset.UnixEpoch) : kept;
        return new SwitchableResource(
            new LiveResource(group.AutoScalingGroupARN!, place.Account.Id, place.Region, "autoscaling:autoScalingGroup", tags), ResourceKind.Group, group.AutoScalingGroupName!,
            group.Status is not null ? RunState.Changing : runs ? RunState.Running : RunState.Stopped)
        {
            Status = group.Status ?? "",
            Fixed = Instances.OwnedBy(tags.Keys.Where(key => key.Contains("eks", StringComparison.Ordinal) || key.StartsWith("kubernetes.io/cluster/", StringComparison.Ordinal))),
            Machines = sizes is { InstanceType: { } type, Desired: > 0 } ? [MachineHours.Instance(type, sizes.Desired)] : [],
            StoppedAt = runs ? null : kept?.At,
            Sizes = sizes,
        };
    }
}
