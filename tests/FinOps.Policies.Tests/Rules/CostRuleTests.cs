using FinOps.Policies.Rules.Cost;
using FinOps.Policies.Tests.Testing;
using Pulumi.Policy;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace FinOps.Policies.Tests.Rules;

/// <summary>Cost rules beyond the examples on their pages: configuration, boundaries, remediation.</summary>
public sealed class CostRuleTests
{
    private const string Instance = "aws:ec2/instance:Instance";
    private const string Volume = "aws:ebs/volume:Volume";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    [Theory]
    [InlineData("db.r6g.2xlarge", "r6g", "2xlarge", 2, false, false)]
    [InlineData("m7i.metal-24xl", "m7i", "metal-24xl", null, false, true)]
    [InlineData("cache.t4g.micro", "t4g", "micro", -3, false, false)]
    [InlineData("p5.48xlarge", "p5", "48xlarge", 7, true, false)]
    [InlineData("inf2.xlarge", "inf2", "xlarge", 1, true, false)]
    [InlineData("ml.g5.xlarge", "g5", "xlarge", 1, true, false)]
    [InlineData("f1.2xlarge", "f1", "2xlarge", 2, true, false)]
    [InlineData("u-6tb1.112xlarge", "u-6tb1", "112xlarge", 8, false, false)]
    [InlineData("m6g.large.search", "m6g", "large", 0, false, false)]
    [InlineData("kafka.m5.large", "m5", "large", 0, false, false)]
    public void InstanceClass_IsReadAsEveryServiceWritesIt(string name, string family, string size, int? steps, bool accelerated, bool metal)
    {
        var type = Assert.Single(InstanceClass.Of(Resource(Instance, PropertyMap.Of(("instanceType", name)))));

        Assert.Equal((family, size, steps, accelerated, metal, "instanceType"), (type.Family, type.Size, type.Steps, type.IsAccelerated, type.IsMetal, type.Path));
    }

    [Theory]
    [InlineData("db.serverless")]
    [InlineData("large")]
    [InlineData(".large")]
    [InlineData("m5.")]
    [InlineData("")]
    public void InstanceClass_WordsOfAServicesOwn_AreLeftOut(string name) =>
        Assert.Empty(InstanceClass.Of(Resource("aws:rds/clusterInstance:ClusterInstance", PropertyMap.Of(("instanceClass", name)))));

    [Theory]
    [InlineData("COST001", Instance, "instanceType", "m4.large", "of the superseded family m4; use m7i or m7g")]
    [InlineData("COST002", Volume, "type", "gp2", "type is gp2; write gp3")]
    [InlineData("COST007", Instance, "instanceType", "x2idn.large", "family x2idn is not on the list")]
    [InlineData("COST012", Instance, "instanceType", "g6.xlarge", "an accelerated machine; stack shop/dev")]
    public async Task Message_SaysWhatToWriteInstead(string rule, string type, string property, string value, string part)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureStackAsync();

        Assert.Contains(part, Assert.Single(await pack.FindingsAsync(rule, PackClient.Request(type, PropertyMap.Of((property, value))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownInstanceType_IsAnAdvisoryAndOtherRulesGoOn()
    {
        await using var pack = await PackClient.StartAsync();

        var findings = await pack.FindingsAsync("COST012", PackClient.Request(Instance, PropertyMap.Of(("instanceType", PropertyValue.Unknown))));

        Assert.Equal(Level.Advisory, Assert.Single(findings).EnforcementLevel);
        Assert.Contains("can't be known during preview", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stacks", "shop/*", 0)]
    [InlineData("stacks", "other/*", 1)]
    public async Task COST012_AllowedStack_MayHaveThem(string property, string value, int findings)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureStackAsync();
        await pack.ConfigureAsync(("COST012-accelerated-instance-restricted", Level.Mandatory, PropertyMap.Of((property, PropertyValue.Of([value])))));

        Assert.Equal(findings, (await pack.FindingsAsync("COST012", PackClient.Request(Instance, PropertyMap.Of(("instanceType", "p5.48xlarge"))))).Count);
    }

    [Theory]
    [InlineData("""["111122223333"]""", null)]
    [InlineData(null, """[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]""")]
    public async Task COST012_AllowedAccount_IsReadFromTheProvider(string? allowedAccountIds, string? assumeRoles)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("COST012-accelerated-instance-restricted", Level.Mandatory, PropertyMap.Of(("accounts", PropertyValue.Of(["111122223333"])))));
        var provider = PropertyMap.Of(("allowedAccountIds", allowedAccountIds is null ? PropertyValue.Null : allowedAccountIds), ("assumeRoles", assumeRoles is null ? PropertyValue.Null : assumeRoles));

        Assert.Empty(await pack.FindingsAsync("COST012", PackClient.Request(Instance, PropertyMap.Of(("instanceType", "p5.48xlarge")), provider)));
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public async Task COST003_MaxDays_IsTheMost(int days, int findings)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("COST003-log-group-without-retention", Level.Advisory, PropertyMap.Of(("maxDays", 30), ("repairDays", 14))));

        Assert.Equal(findings, (await pack.FindingsAsync("COST003", PackClient.Request(LogGroup, PropertyMap.Of(("retentionInDays", (double)days))))).Count);
    }

    [Fact]
    public async Task COST003_RepairDaysThatCloudWatchDoesNotTake_AreRefused()
    {
        await using var pack = await PackClient.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => pack.ConfigureAsync(("COST003-log-group-without-retention", Level.Advisory, PropertyMap.Of(("repairDays", 31)))));

        Assert.Contains("RepairDays", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "gp3")]
    [InlineData("gp2", null, "gp3")]
    [InlineData("gp2", 1000d, "gp3")]
    [InlineData("gp2", 2000d, null)]
    [InlineData("io1", null, null)]
    [InlineData("gp3", null, null)]
    public async Task COST002_Repair_MendsWhatIsNeverWorse(string? type, double? size, string? repaired)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("COST002-previous-generation-volume", Level.Remediate, PropertyMap.Empty));
        var inputs = PropertyMap.Of(("type", type is null ? PropertyValue.Null : type), ("size", size is null ? PropertyValue.Null : size.Value));

        var answer = await pack.RemediateAsync(PackClient.Request(Volume, inputs));

        Assert.Equal(repaired, answer.Remediations.Count == 0 ? null : PropertyCodec.FromBytes(answer.Remediations[0].Properties).Text("type"));
    }

    [Fact]
    public async Task COST003_Repair_SetsTheConfiguredDays()
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("COST003-log-group-without-retention", Level.Remediate, PropertyMap.Of(("repairDays", 14))));

        Assert.Equal(14, PropertyCodec.FromBytes(Assert.Single((await pack.RemediateAsync(PackClient.Request(LogGroup, PropertyMap.Empty))).Remediations).Properties)["retentionInDays"]);
        Assert.Empty((await pack.RemediateAsync(PackClient.Request(LogGroup, PropertyMap.Of(("retentionInDays", 7))))).Remediations);
    }

    [Theory]
    [InlineData("aws:rds/instance:Instance", 400, 0)]
    [InlineData("aws:rds/instance:Instance", 401, 1)]
    [InlineData("aws:backup/plan:Plan", 400, 0)]
    [InlineData("aws:backup/plan:Plan", 401, 1)]
    public async Task COST011_MaxDays_AreAllowedThemselves(string type, int days, int findings)
    {
        await using var pack = await PackClient.StartAsync();
        var rule = PropertyMap.Of(("ruleName", "daily"), ("lifecycle", PropertyMap.Of(("deleteAfter", (double)days))));
        var inputs = PropertyMap.Of(("backupRetentionPeriod", (double)days), ("rules", PropertyValue.Of([rule])));

        Assert.Equal(findings, (await pack.FindingsAsync("COST011", PackClient.Request(type, inputs))).Count);
    }

    [Theory]
    [InlineData("2026-05-01", 0)]
    [InlineData("2027-06-05", 0)]
    [InlineData("2027-06-06", 1)]
    [InlineData("2026-02-30", 1)]
    [InlineData("never", 1)]
    [InlineData(null, 1)]
    public async Task COST011_Snapshot_NeedsADayWithinTheLongestLife(string? day, int findings)
    {
        await using var pack = await PackClient.StartAsync("2026-05-01");
        var tags = PropertyMap.Of(("DeleteAfter", day is null ? PropertyValue.Null : day));

        Assert.Equal(findings, (await pack.FindingsAsync("COST011", PackClient.Request("aws:rds/snapshot:Snapshot", PropertyMap.Of(("tags", tags))))).Count);
    }

    [Fact]
    public async Task COST011_SnapshotTagThatIsNotKnownYet_IsNoViolation()
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Empty(await pack.FindingsAsync("COST011", PackClient.Request("aws:ebs/snapshot:Snapshot", PropertyMap.Of(("tags", PropertyMap.Of(("DeleteAfter", PropertyValue.Unknown)))))));
        Assert.Contains("can't be known", Assert.Single(await pack.FindingsAsync("COST011", PackClient.Request("aws:ebs/snapshot:Snapshot", PropertyMap.Of(("tags", PropertyValue.Unknown))))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:redshift/clusterSnapshot:ClusterSnapshot", "manualSnapshotRetentionPeriod", null, "for ever")]
    [InlineData("aws:redshift/clusterSnapshot:ClusterSnapshot", "manualSnapshotRetentionPeriod", -1d, "for ever")]
    [InlineData("aws:redshift/clusterSnapshot:ClusterSnapshot", "manualSnapshotRetentionPeriod", 400d, null)]
    [InlineData("aws:redshiftserverless/snapshot:Snapshot", "retentionPeriod", 401d, "at most 400")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "snapshotRetentionLimit", 401d, "at most 400")]
    [InlineData("aws:neptune/cluster:Cluster", "backupRetentionPeriod", 35d, null)]
    public async Task COST011_RetentionOfAService_IsRead(string type, string input, double? days, string? part)
    {
        await using var pack = await PackClient.StartAsync();

        var findings = await pack.FindingsAsync("COST011", PackClient.Request(type, PropertyMap.Of((input, days is null ? PropertyValue.Null : days.Value))));

        Assert.Equal(part is null, findings.Count == 0);
        Assert.All(findings, finding => Assert.Contains(part!, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xlarge", 1)]
    [InlineData("4xlarge", 0)]
    public async Task COST006_LargestSize_IsConfigurable(string largest, int findings)
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("COST006-non-production-database-oversized", Level.Advisory, PropertyMap.Of(("largestSize", largest))));
        var inputs = PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "dev"))), ("instanceClass", "db.r7g.4xlarge"));

        Assert.Equal(findings, (await pack.FindingsAsync("COST006", PackClient.Request("aws:rds/instance:Instance", inputs))).Count);
    }

    private static PolicyResource Resource(string type, PropertyMap inputs) =>
        new("urn", type, "res", new PolicyResourceOptions(false, [], null, [], [], new PolicyTimeouts(null, null, null, null), ""), null) { Properties = new(inputs) };
}
