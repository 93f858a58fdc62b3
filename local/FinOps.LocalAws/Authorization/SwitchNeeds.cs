using System.Collections.Immutable;
using System.Globalization;
using FinOps.LocalAws.Services.Tagging;

namespace FinOps.LocalAws.Authorization;

/// <summary>What IAM evaluates when machines and databases are started and stopped: each with the tags that it has.</summary>
internal static class SwitchNeeds
{
    public static IEnumerable<(string Service, string Operation, Func<CallFacts, IEnumerable<AccessNeed>> Rule)> Rules { get; } =
    [
        ("ec2", "StartInstances", facts => On(facts, "ec2:StartInstances", "ec2:instance", Numbered(facts, "InstanceId."))),
        ("ec2", "StopInstances", facts => On(facts, "ec2:StopInstances", "ec2:instance", Numbered(facts, "InstanceId."))),
        ("rds", "StartDBInstance", facts => On(facts, "rds:StartDBInstance", "rds:db", facts.Input("DBInstanceIdentifier"))),
        ("rds", "StopDBInstance", facts => On(facts, "rds:StopDBInstance", "rds:db", facts.Input("DBInstanceIdentifier"))),
        ("rds", "StartDBCluster", facts => On(facts, "rds:StartDBCluster", "rds:cluster", facts.Input("DBClusterIdentifier"))),
        ("rds", "StopDBCluster", facts => On(facts, "rds:StopDBCluster", "rds:cluster", facts.Input("DBClusterIdentifier"))),
        ("autoscaling", "UpdateAutoScalingGroup", facts => On(facts, "autoscaling:UpdateAutoScalingGroup", Group, facts.Input("AutoScalingGroupName"))),
        ("autoscaling", "CreateOrUpdateTags", Tag),
    ];

    private const string Group = "autoscaling:autoScalingGroup";

    private static IEnumerable<AccessNeed> Tag(CallFacts facts)
    {
        var sent = Numbered(facts, "Tags.member.", ".Key").Zip(Numbered(facts, "Tags.member.", ".ResourceId")).ToLookup(tag => tag.Second, tag => tag.First);
        // The values are not looked at: what may be written is told by its key.
        return sent.SelectMany(tags => On(facts, "autoscaling:CreateOrUpdateTags", Group, tags.Key)
            .Select(need => need with { RequestTags = tags.Distinct(StringComparer.Ordinal).ToImmutableDictionary(key => key, _ => "") }));
    }

    // What does not exist has no tags to look at; the service itself tells the caller so.
    private static IEnumerable<AccessNeed> On(CallFacts facts, string action, string type, params IEnumerable<string?> ids)
    {
        var wanted = ids.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new LiveResourceStore(facts.Environment).Of(facts.Context.AccountId, facts.Context.Region)
            .Where(resource => resource.Live.Type == type && wanted.Contains(resource.Id))
            .Select(resource => new AccessNeed(action, resource.Live.Arn) { ResourceTags = resource.Live.Tags.ToImmutableDictionary(StringComparer.Ordinal) });
    }

    private static IEnumerable<string> Numbered(CallFacts facts, string before, string after = "")
    {
        for (var number = 1; facts.Input(string.Create(CultureInfo.InvariantCulture, $"{before}{number}{after}")) is { } text; number++)
            yield return text;
    }
}
