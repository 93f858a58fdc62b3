using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.EC2;
using Amazon.EC2.Model;
using FinOps.Core.Inventory;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling.Gathering;

/// <summary>Instances with a schedule tag.</summary>
internal static partial class Instances
{
    public const string Service = "EC2";
    private const int PageSize = 1_000;

    // Tags of those who start and stop instances themselves. Only AWS writes tags that begin with aws:.
    private static readonly (string Prefix, string Who)[] Owners =
    [
        ("aws:autoscaling:groupName", "an Auto Scaling group, which is switched instead"), ("eks:", "an EKS node group"), ("aws:eks:", "an EKS node group"),
        ("kubernetes.io/cluster/", "a Kubernetes cluster"), ("karpenter.sh/", "Karpenter"), ("aws:ecs:", "an ECS cluster"), ("AmazonECSManaged", "an ECS cluster"),
        ("aws:elasticmapreduce:", "an EMR cluster"),
    ];

    public static async Task<IReadOnlyList<SwitchableResource>> ReadAsync(Place place, IAmazonEC2 ec2, string scheduleKey, RequestMeter meter, CancellationToken cancellationToken)
    {
        var found = new List<SwitchableResource>();
        string? token = null;
        do
        {
            var page = await meter.CountAsync(Service, ec2.DescribeInstancesAsync(
                new DescribeInstancesRequest
                {
                    MaxResults = PageSize,
                    NextToken = token,
                    Filters =
                    [
                        new Filter { Name = "tag-key", Values = [scheduleKey] },
                        new Filter { Name = "instance-state-name", Values = ["pending", "running", "stopping", "stopped"] },
                    ],
                },
                cancellationToken)).ConfigureAwait(false);
            found.AddRange((page.Reservations ?? []).SelectMany(reservation => reservation.Instances ?? []).Select(instance => Read(place, instance)));
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
        return found;
    }

    /// <summary>Why somebody else starts and stops what has these tags; null when nobody does.</summary>
    public static string? OwnedBy(IEnumerable<string> keys) =>
        keys.Select(key => Owners.FirstOrDefault(owner => key.StartsWith(owner.Prefix, StringComparison.Ordinal)).Who).FirstOrDefault(who => who is not null) is { } who
            ? $"it belongs to {who}"
            : null;

    private static SwitchableResource Read(Place place, Instance instance)
    {
        var tags = (instance.Tags ?? []).Where(tag => tag.Key is not null).ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal);
        var status = instance.State?.Name?.Value ?? "in an unknown state";
        var arn = $"arn:aws:ec2:{place.Region}:{place.Account.Id}:instance/{instance.InstanceId}";
        return new SwitchableResource(new LiveResource(arn, place.Account.Id, place.Region, "ec2:instance", tags), ResourceKind.Instance, instance.InstanceId!, status switch
        {
            "running" => RunState.Running,
            "stopped" => RunState.Stopped,
            _ => RunState.Changing,
        })
        {
            Status = status,
            Fixed = instance.InstanceLifecycle is { } lifecycle ? $"it is a {lifecycle.Value} instance" : OwnedBy(tags.Keys),
            Machines = instance.InstanceType is { } type ? [MachineHours.Instance(type.Value)] : [],
            StoppedAt = status == "stopped" ? StoppedAt(instance.StateTransitionReason) : null,
        };
    }

    // User initiated (2026-03-06 18:00:12 GMT)
    internal static DateTimeOffset? StoppedAt(string? reason) =>
        Time().Match(reason ?? "") is { Success: true, Value: var text }
        && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT")]
    private static partial Regex Time();
}
