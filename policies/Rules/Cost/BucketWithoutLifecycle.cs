using System.Collections.Immutable;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST004: a bucket has a lifecycle, and it throws away what broken uploads left behind.</summary>
public sealed class BucketWithoutLifecycle : StackRule
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string OldBucket = "aws:s3/bucketV2:BucketV2";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string OldLifecycle = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";

    private const string BrokenUploads = "broken uploads stay";
    private const string NoEnd = "objects neither move nor expire";

    public override string Id => "COST004";

    public override string Name => "bucket-without-lifecycle";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Buckets have a lifecycle that ends broken uploads and moves or expires objects";

    public override string Why =>
        "Parts of broken multipart uploads are invisible in listings and paid for ever. Objects that are not read any more cost a fraction in a colder class and nothing once expired.";

    public override string Fix =>
        "Add a BucketLifecycleConfiguration with abortIncompleteMultipartUpload and a transition (INTELLIGENT_TIERING from day 0 is never wrong) or an expiration.";

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A bucket with its lifecycle",
            [
                new ExampleResource("logs", Bucket, PropertyMap.Empty),
                Rules("keep", PropertyMap.Of(
                    ("status", "Enabled"), ("abortIncompleteMultipartUpload", PropertyMap.Of(("daysAfterInitiation", 7))), ("expiration", PropertyMap.Of(("days", 90))))),
            ]),
            new RuleExample("Inside the bucket, as older programs write it",
            [
                new ExampleResource("logs", Bucket, PropertyMap.Of(("lifecycleRules", PropertyValue.Of([PropertyMap.Of(
                    ("enabled", true), ("abortIncompleteMultipartUploadDays", 7), ("transitions", PropertyValue.Of([PropertyMap.Of(("storageClass", "GLACIER"))])))])))),
            ]),
        ],
        Bad:
        [
            new RuleExample("A bucket alone", [new ExampleResource("logs", Bucket, PropertyMap.Empty)]),
            new RuleExample("Broken uploads stay",
            [
                new ExampleResource("logs", Bucket, PropertyMap.Empty),
                Rules("keep", PropertyMap.Of(("status", "Enabled"), ("expiration", PropertyMap.Of(("days", 90))))),
            ]),
            new RuleExample("Switched off",
            [
                new ExampleResource("logs", Bucket, PropertyMap.Empty),
                Rules("keep", PropertyMap.Of(("status", "Disabled"), ("abortIncompleteMultipartUpload", PropertyMap.Of(("daysAfterInitiation", 7))), ("expiration", PropertyMap.Of(("days", 90))))),
            ]),
        ]);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        var configurations = args.OfType(Lifecycle).Concat(args.OfType(OldLifecycle)).ToList();
        foreach (var bucket in args.OfType(Bucket).Concat(args.OfType(OldBucket)))
        {
            var rules = configurations.Where(each => IsFor(each, bucket)).SelectMany(each => each.Properties["rules"].Items().Where(rule => rule["status"].AsString() != "Disabled"))
                .Concat(bucket.Properties["lifecycleRules"].Items().Where(rule => rule["enabled"].AsBool() != false)).ToList();
            if (Lacks(rules) is { } lacks)
            {
                report(new Finding($"bucket '{bucket.Name}' {lacks.What}", lacks.Marks, bucket));
            }
        }
    }

    private static ExampleResource Rules(string name, PropertyMap rule) =>
        new(name, Lifecycle, PropertyMap.Of(("bucket", PropertyValue.Unknown), ("rules", PropertyValue.Of([rule])))) { From = ImmutableDictionary<string, string>.Empty.Add("bucket", "logs") };

    private static bool IsFor(StackResource configuration, StackResource bucket)
    {
        if (configuration.PropertyDependencies.GetValueOrDefault("bucket", []).Contains(bucket))
        {
            return true;
        }

        var (name, wanted) = (configuration.Properties["bucket"], bucket.Properties["bucket"]);
        return name is { Exists: true, IsUnknown: false } && wanted is { Exists: true, IsUnknown: false } && name.AsString() == wanted.AsString();
    }

    private static (string What, ImmutableArray<string> Marks)? Lacks(List<PolicyValue> rules)
    {
        if (rules.Count == 0)
        {
            return ("has no lifecycle that is switched on; add a BucketLifecycleConfiguration.", [BrokenUploads, NoEnd]);
        }

        var aborts = rules.Any(rule => rule["abortIncompleteMultipartUpload"].Exists || rule["abortIncompleteMultipartUploadDays"].Exists);
        var moves = rules.Any(rule => rule["transitions"].Exists || rule["expiration"].Exists || rule["noncurrentVersionExpiration"].Exists || rule["noncurrentVersionTransitions"].Exists);
        return (aborts, moves) switch
        {
            (true, true) => null,
            (false, true) => ("keeps the parts of broken uploads; add abortIncompleteMultipartUpload with daysAfterInitiation 7.", [BrokenUploads]),
            (true, false) => ("keeps every object in its first class for ever; add a transition or an expiration.", [NoEnd]),
            _ => ("has a lifecycle that neither ends broken uploads nor moves or expires objects.", [BrokenUploads, NoEnd]),
        };
    }
}
