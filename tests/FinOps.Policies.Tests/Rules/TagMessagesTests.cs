using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>What TAG002 to TAG006 say, beyond the examples on their pages.</summary>
public sealed class TagMessagesTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    [Theory]
    [InlineData("TAG002", "Team", "marketing", "Team = 'marketing'; allowed: payments, checkout")]
    [InlineData("TAG003", "Team", "paymnets", "Team = 'paymnets': did you mean 'payments'? (1 letter apart)")]
    [InlineData("TAG003", "Team", "Payments", "Team = 'Payments': write 'payments'")]
    [InlineData("TAG003", "Team", "data_platform", "Team = 'data_platform': did you mean 'data-platform'? (another separator)")]
    [InlineData("TAG003", "teem", "payments", "key 'teem': did you mean Team? (1 letter apart)")]
    [InlineData("TAG003", "TEAM", "payments", "key 'TEAM': write Team")]
    [InlineData("TAG005", "aws:x", "y", "starts with aws:")]
    public async Task Message_SaysWhatIsWrongAndWhatIsRight(string rule, string key, string value, string part)
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyMap.Of((key, value)))))));

        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Mandatory, finding.EnforcementLevel);
    }

    [Theory]
    [InlineData("aws:ecs/service:Service", "set propagateTags to SERVICE or TASK_DEFINITION")]
    [InlineData("aws:rds/instance:Instance", "set copyTagsToSnapshot to true")]
    [InlineData("aws:ec2/instance:Instance", "its volumes lack Project, Team, Environment, CostCenter, Owner")]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "volumes from it lack Project")]
    public async Task TAG004_NamesTheInputToSet(string type, string part)
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Contains(await pack.FindingsAsync("TAG004", PackClient.Request(type, PropertyMap.Empty)), finding => finding.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TAG004_NestedPath_IsNamedWithItsIndex()
    {
        await using var pack = await PackClient.StartAsync();
        var replicas = PropertyValue.Of([PropertyMap.Of(("propagateTags", true)), PropertyMap.Of(("propagateTags", false))]);

        var finding = Assert.Single(await pack.FindingsAsync("TAG004", PackClient.Request("aws:dynamodb/table:Table", PropertyMap.Of(("replicas", replicas)))));

        Assert.Contains("set replicas[1].propagateTags to true", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TAG004_ProviderDefaultTags_ReachVolumes()
    {
        await using var pack = await PackClient.StartAsync();
        var defaults = """{"tags":{"Project":"p1","Team":"payments","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}""";

        Assert.Empty(await pack.FindingsAsync("TAG004", PackClient.Request("aws:ec2/instance:Instance", PropertyMap.Empty, PropertyMap.Of(("defaultTags", defaults)))));
    }

    [Theory]
    [InlineData("aws:dlm/lifecyclePolicy:LifecyclePolicy", """{"policyDetails":{"schedules":[{"copyTags":false}]}}""", "set policyDetails.schedules[0].copyTags to true")]
    [InlineData("aws:ecs/daemon:Daemon", """{"enableEcsManagedTags":true}""", "set propagateTags to DAEMON")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", """{"managedInstancesProvider":{"propagateTags":"NONE"}}""", "set managedInstancesProvider.propagateTags to CAPACITY_PROVIDER")]
    [InlineData("aws:ecs/service:Service", """{"propagateTags":"SERVICE","enableEcsManagedTags":true,"volumeConfiguration":{"managedEbsVolume":{}}}""", "add tagSpecifications to volumeConfiguration.managedEbsVolume")]
    [InlineData("aws:ecs/service:Service", """{"propagateTags":"SERVICE","enableEcsManagedTags":true,"volumeConfiguration":{"managedEbsVolume":{"tagSpecifications":[{"resourceType":"volume"}]}}}""", "set volumeConfiguration.managedEbsVolume.tagSpecifications[0].propagateTags to SERVICE or TASK_DEFINITION")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{"copyTagsToBackups":true,"finalBackupTags":{"Name":"last"}}""", "the backup made when it is deleted lack Project, Team, Environment, CostCenter, Owner; add them to finalBackupTags")]
    [InlineData("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", """{"distributions":[{"amiDistributionConfiguration":{}}]}""", "add them to distributions[0].amiDistributionConfiguration.amiTags")]
    [InlineData("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration", "{}", "add them to resourceTags")]
    [InlineData("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "{}", "add them to resourceTags")]
    [InlineData("aws:s3/objectCopy:ObjectCopy", "{}", "set taggingDirective to REPLACE")]
    [InlineData("aws:autoscaling/tag:Tag", """{"tag":{"propagateAtLaunch":false}}""", "set tag.propagateAtLaunch to true")]
    public async Task TAG004_EveryInputThatHandsTagsOn_IsJudged(string type, string inputs, string part)
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Contains(part, Assert.Single(await pack.FindingsAsync("TAG004", PackClient.Request(type, Inputs(inputs)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{"copyTagsToBackups":true}""")]
    [InlineData("aws:ecs/service:Service", """{"propagateTags":"SERVICE","enableEcsManagedTags":true,"volumeConfiguration":{}}""")]
    [InlineData("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", """{"distributions":[{"region":"eu-west-1"}]}""")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", """{"autoScalingGroupProvider":{}}""")]
    public async Task TAG004_WhatCreatesNothing_IsLeftAlone(string type, string inputs)
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Empty(await pack.FindingsAsync("TAG004", PackClient.Request(type, Inputs(inputs))));
    }

    [Theory]
    [InlineData("aws:s3/bucketObjectv2:BucketObjectv2", 10, 0)]
    [InlineData("aws:s3/bucketObjectv2:BucketObjectv2", 11, 1)]
    [InlineData("aws:s3/bucket:Bucket", 50, 0)]
    [InlineData("aws:s3/bucket:Bucket", 51, 1)]
    public async Task TAG005_TooManyTags(string type, int count, int findings)
    {
        await using var pack = await PackClient.StartAsync();
        var tags = PropertyMap.Create(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"key{i}", PropertyValue.Of("v"))));

        Assert.Equal(findings, (await pack.FindingsAsync("TAG005", PackClient.Request(type, PropertyMap.Of(("tags", tags))))).Count);
    }

    [Fact]
    public async Task TAG002_ConditionOnAnotherKey_NamesIt()
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync("TAG002", PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "sandbox"), ("DataClass", "restricted")))))));

        Assert.Contains("DataClass = 'restricted'; allowed: public, internal where Environment is sandbox", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TAG006_NamesTheProviderThatTheListWasMadeFrom()
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync("TAG006", PackClient.Request("aws:future/service:Service", PropertyMap.Of(("tagsAll", PropertyMap.Empty)))));

        Assert.Contains("made from aws 7.48.0", finding.Message, StringComparison.Ordinal);
        Assert.Empty(await pack.FindingsAsync("TAG006", PackClient.Request("aws:future/service:Service", PropertyMap.Empty)));
        Assert.Empty(await pack.FindingsAsync("TAG006", PackClient.Request("other:future/service:Service", PropertyMap.Of(("tags", PropertyMap.Empty)))));
    }

    private static PropertyMap Inputs(string json) => PropertyJson.Masked.Read((System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(json)!);
}
