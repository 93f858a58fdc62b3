using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.S3;

return await Deployment.RunAsync(() =>
{
    var tags = new Config().GetObject<Dictionary<string, string>>("tags") ?? [];
    var owner = tags.Where(tag => tag.Key == "Owner").ToDictionary();

    // No tags at all, some of the tags, and a type that has no tags input: the pack tells them apart.
    _ = new Bucket("uploads", new BucketArgs { Tags = tags });
    _ = new Instance("worker", new InstanceArgs { Ami = "ami-0123456789abcdef0", InstanceType = "t4g.small", Tags = tags.Count > 0 ? tags : new() { ["Team"] = "checkout" } });
    _ = new LogGroup("worker", new LogGroupArgs { RetentionInDays = 14, Tags = tags.Count > 0 ? tags : owner });
});
