using FinOps.Core.Inventory;

namespace FinOps.LocalAws.Authorization;

/// <summary>What IAM evaluates when tags are changed through the Tagging API: its own action, and the one of each resource's own service.</summary>
internal static class TaggingNeeds
{
    private static readonly Dictionary<string, (string Tag, string Untag)> OwnActions = new(StringComparer.Ordinal)
    {
        ["autoscaling"] = ("CreateOrUpdateTags", "DeleteTags"),
        ["ec2"] = ("CreateTags", "DeleteTags"),
        ["elasticache"] = ("AddTagsToResource", "RemoveTagsFromResource"),
        ["elasticloadbalancing"] = ("AddTags", "RemoveTags"),
        ["es"] = ("AddTags", "RemoveTags"),
        ["rds"] = ("AddTagsToResource", "RemoveTagsFromResource"),
        ["s3"] = ("PutBucketTagging", "PutBucketTagging"),
        ["sqs"] = ("TagQueue", "UntagQueue"),
    };

    public static IEnumerable<AccessNeed> Tag(CallFacts facts) => Change(facts, "tag:TagResources", own => own.Tag);

    public static IEnumerable<AccessNeed> Untag(CallFacts facts) => Change(facts, "tag:UntagResources", own => own.Untag);

    private static IEnumerable<AccessNeed> Change(CallFacts facts, string action, Func<(string Tag, string Untag), string> pick)
    {
        yield return new AccessNeed(action, "*");
        foreach (var text in facts.Invocation.Inputs("ResourceARNList"))
            if (ResourceArn.TryParse(text, out var arn))
                yield return new AccessNeed($"{arn.Service}:{pick(OwnActions.GetValueOrDefault(arn.Service, ("TagResource", "UntagResource")))}", text);
    }
}
