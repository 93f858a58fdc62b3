using Pulumi.Policy.Aws.CloudWatch;
using Pulumi.Policy.Aws.Ec2;
using Pulumi.Policy.Aws.S3;
using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Typed;

/// <summary>Policies on the generated views: each shape that a property can have, and what is not known yet.</summary>
public sealed class TypedValidatorTests
{
    private const string BucketType = "aws:s3/bucket:Bucket";
    private const string InstanceType = "aws:ec2/instance:Instance";

    [Fact]
    public async Task Text_Flag_Map_AndAPropertyThatCSharpNamesDifferently()
    {
        var (name, force, team, none) = ("", (bool?)null, "", "there");
        await ReadAsync<Bucket>(
            PackServer.Resource("b", BucketType, ("bucket", "logs"), ("forceDestroy", true), ("tags", PropertyMap.Of(("Team", "payments")))),
            bucket => (name, force, team, none) = (bucket.BucketName!, bucket.ForceDestroy, bucket.Tags["Team"]!, bucket.Tags["Owner"] ?? bucket.BucketPrefix ?? "absent"));

        Assert.Equal(("logs", true, "payments", "absent"), (name, force, team, none));
    }

    [Fact]
    public async Task NestedObject_List_WholeNumber_AndEnumeration()
    {
        var seen = new List<object?>();
        await ReadAsync<Instance>(
            PackServer.Resource("i", InstanceType,
                ("instanceType", "t3.micro"), ("ipv6AddressCount", 3), ("vpcSecurityGroupIds", PropertyValue.Of(["sg-1", "sg-2"])),
                ("rootBlockDevice", PropertyMap.Of(("volumeSize", 20), ("volumeType", "gp2"))),
                ("ebsBlockDevices", PropertyValue.Of([PropertyMap.Of(("deviceName", "/dev/sdb"), ("encrypted", true))]))),
            instance => seen.AddRange([
                instance.InstanceType == Aws.Ec2.InstanceType.T3_Micro, instance.InstanceType == "t3.micro", instance.Tenancy is null,
                instance.Ipv6AddressCount, string.Join(",", instance.VpcSecurityGroupIds), instance.SecondaryPrivateIps.Count,
                instance.RootBlockDevice.VolumeSize, instance.RootBlockDevice.VolumeType, instance.EbsBlockDevices.Count,
                instance.EbsBlockDevices[0].DeviceName, instance.EbsBlockDevices[0].Encrypted,
                instance.MetadataOptions.Exists, instance.MetadataOptions.HttpTokens ?? "absent",
            ]));

        Assert.Equal([true, true, true, 3, "sg-1,sg-2", 0, 20, "gp2", 1, "/dev/sdb", true, false, "absent"], seen);
    }

    [Fact]
    public async Task FractionalNumber_IsADouble()
    {
        double? threshold = null;
        await ReadAsync<MetricAlarm>(PackServer.Resource("a", "aws:cloudwatch/metricAlarm:MetricAlarm", ("threshold", 0.5)), alarm => threshold = alarm.Threshold);

        Assert.Equal(0.5, threshold);
    }

    [Fact]
    public async Task TextOrObject_TellsWhichItIs()
    {
        var seen = new List<string?>();
        void Look(BucketPolicy policy) => seen.Add(policy.Policy.Text ?? (policy.Policy.Object.Exists ? "object" : "nothing"));
        await ReadAsync<BucketPolicy>(PackServer.Resource("p", "aws:s3/bucketPolicy:BucketPolicy", ("policy", "{}")), Look);
        await ReadAsync<BucketPolicy>(PackServer.Resource("p", "aws:s3/bucketPolicy:BucketPolicy", ("policy", PropertyMap.Of(("Version", "2012-10-17")))), Look);
        await ReadAsync<BucketPolicy>(PackServer.Resource("p", "aws:s3/bucketPolicy:BucketPolicy"), Look);

        Assert.Equal(["{}", "object", "nothing"], seen);
    }

    [Fact]
    public async Task Archive_IsTheValueItself()
    {
        PropertyValue? code = null;
        await ReadAsync<Aws.Lambda.Function>(
            PackServer.Resource("f", "aws:lambda/function:Function", ("code", new ArchiveValue(null, "app.zip", null))), function => code = function.Code.Raw);

        Assert.Equal("app.zip", Assert.IsType<ArchiveValue>(code).Path);
    }

    [Fact]
    public async Task Secret_IsReadableAndRemembered()
    {
        var (name, printed) = ("", "");
        await ReadAsync<Bucket>(
            PackServer.Resource("b", BucketType, ("bucket", new SecretValue("hidden"))), bucket => name = bucket.BucketName!, args => printed = args.Resource.Properties["bucket"].ToString());

        Assert.Equal(("hidden", "[secret]"), (name, printed));
    }

    [Theory]
    [InlineData("tags", ".tags")]
    [InlineData("instanceType", ".instanceType")]
    [InlineData("rootBlockDevice", ".rootBlockDevice")]
    [InlineData("vpcSecurityGroupIds", ".vpcSecurityGroupIds")]
    public async Task Unknown_IsAnAdvisoryThatNamesTheProperty_AndTheNextPolicyRuns(string property, string path)
    {
        await using var server = await PackServer.StartAsync(
            Policy("reads").ValidateResourceOfType<Instance>((instance, args) =>
                _ = (instance.Tags["Team"], instance.InstanceType, instance.RootBlockDevice.VolumeSize, instance.VpcSecurityGroupIds.Count)),
            Policies.Reporting("after", EnforcementLevel.Mandatory));

        var answer = await server.AnalyzeAsync(PackServer.Resource("i", InstanceType, (property, PropertyValue.Unknown)));

        Assert.Equal([("reads", Level.Advisory), ("after", Level.Mandatory)], answer.Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));
        Assert.Contains($"value at {path} can't be known during preview", answer.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownThatIsNotRead_DoesNotMatter()
    {
        var team = "";
        await ReadAsync<Bucket>(
            PackServer.Resource("b", BucketType, ("bucket", PropertyValue.Unknown), ("tags", PropertyMap.Of(("Team", "payments"), ("Owner", PropertyValue.Unknown)))),
            bucket => team = bucket.Tags["Team"]!);

        Assert.Equal("payments", team);
    }

    [Fact]
    public async Task WhatOnlyTheProviderKnows_IsAnAdvisoryInsteadOfNull()
    {
        await using var server = await PackServer.StartAsync(Policy("reads").ValidateResourceOfType<Bucket>((bucket, args) => args.Report(bucket.Arn ?? "null")));

        var diagnostic = Assert.Single((await server.AnalyzeAsync(PackServer.Resource("b", BucketType))).Diagnostics);

        Assert.Equal(Level.Advisory, diagnostic.EnforcementLevel);
        Assert.Contains(".arn", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberWithAFraction_WhereAWholeOneBelongs_IsAnError()
    {
        await using var server = await PackServer.StartAsync(Policy("reads").ValidateResourceOfType<Instance>((instance, args) => _ = instance.Ipv6AddressCount));

        var failed = await Assert.ThrowsAsync<RpcException>(() => server.AnalyzeAsync(PackServer.Resource("i", InstanceType, ("ipv6AddressCount", 1.5))));

        Assert.Contains("the value at .ipv6AddressCount is not a whole number of 32 bits but 1.5", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralTypes_EachGetsItsOwn_AndOtherTypesAreNotApplicable()
    {
        await using var server = await PackServer.StartAsync(Policy("both")
            .ValidateResourceOfType<Bucket>((_, args) => args.Report("bucket"))
            .ValidateResourceOfType<Instance>((_, args) => args.Report("instance")));

        Assert.EndsWith("bucket", Assert.Single((await server.AnalyzeAsync(PackServer.Resource("b", BucketType))).Diagnostics).Message, StringComparison.Ordinal);
        Assert.EndsWith("instance", Assert.Single((await server.AnalyzeAsync(PackServer.Resource("i", InstanceType))).Diagnostics).Message, StringComparison.Ordinal);
        var other = await server.AnalyzeAsync(PackServer.Resource("q", "aws:sqs/queue:Queue"));
        Assert.Empty(other.Diagnostics);
        Assert.Equal($"Policy only applies to resources of type '{BucketType}', '{InstanceType}'", Assert.Single(other.NotApplicable).Reason);
    }

    [Fact]
    public async Task Remediation_ReadsTypedAndReturnsTheInputs_EachTypeItsOwn()
    {
        await using var server = await PackServer.StartAsync((Policy("repairs") with { EnforcementLevel = EnforcementLevel.Remediate })
            .RemediateResourceOfType<LogGroup>((group, args) => group.RetentionInDays is null ? args.Inputs.Set("retentionInDays", 30) : null)
            .RemediateResourceOfType<Bucket>((bucket, args) => bucket.ForceDestroy == true ? args.Inputs.Remove("forceDestroy") : null));

        async Task<PropertyMap?> RepairAsync(string type, params (string, PropertyValue)[] inputs) =>
            (await server.RemediateAsync(PackServer.Resource("r", type, inputs))).Remediations.Select(made => PropertyCodec.FromBytes(made.Properties)).SingleOrDefault();

        Assert.Equal(PropertyMap.Of(("retentionInDays", 30)), await RepairAsync("aws:cloudwatch/logGroup:LogGroup"));
        Assert.Null(await RepairAsync("aws:cloudwatch/logGroup:LogGroup", ("retentionInDays", 7)));
        Assert.Equal(PropertyMap.Empty, await RepairAsync(BucketType, ("forceDestroy", true)));
        Assert.Null(await RepairAsync("aws:sqs/queue:Queue", ("forceDestroy", true)));
    }

    [Fact]
    public async Task Stack_GetsTheOutputsOfTheTypeAlone_AndIsNotApplicableWithoutAny()
    {
        var policy = new StackValidationPolicy { Name = "stack", Description = "About stack" };
        await using var server = await PackServer.StartAsync(policy.ValidateStackResourcesOfType<Bucket>((buckets, args) =>
        {
            foreach (var bucket in buckets)
            {
                args.Report($"{bucket.Properties.Arn} of {buckets.Count}", bucket.Resource);
            }
        }));

        var answer = await server.AnalyzeStackAsync(
            PackServer.StackResource("b", BucketType, ("arn", "arn:b")), PackServer.StackResource("q", "aws:sqs/queue:Queue", ("arn", "arn:q")));

        Assert.EndsWith("arn:b of 1", Assert.Single(answer.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Single((await server.AnalyzeStackAsync(PackServer.StackResource("q", "aws:sqs/queue:Queue"))).NotApplicable);
    }

    private static ResourceValidationPolicy Policy(string name) => new() { Name = name, Description = $"About {name}", EnforcementLevel = EnforcementLevel.Mandatory };

    /// <summary>Runs <paramref name="read"/> on the resource as the engine would, and sees to it that nothing went wrong.</summary>
    private static async Task ReadAsync<T>(Pulumirpc.AnalyzeRequest resource, Action<T> read, Action<ResourceValidationArgs>? also = null)
        where T : struct, Pulumi.Policy.Typed.IResourceView<T>
    {
        var ran = false;
        await using var server = await PackServer.StartAsync(Policy("reads").ValidateResourceOfType<T>((view, args) =>
        {
            read(view);
            also?.Invoke(args);
            ran = true;
        }));

        Assert.Empty((await server.AnalyzeAsync(resource)).Diagnostics);
        Assert.True(ran);
    }
}
