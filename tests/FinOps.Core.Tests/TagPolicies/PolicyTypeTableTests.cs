using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class PolicyTypeTableTests
{
    [Fact]
    public void Rows_AreInOrderAndThereOnce()
    {
        var rows = PolicyTypeTable.All.Select(row => $"{row.Name} {row.Token}").ToList();

        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.True(rows.Count > 400, $"{rows.Count} rows");
        Assert.All(PolicyTypeTable.All, row => Assert.NotNull(row.Name.Type));
    }

    /// <summary>Spellings that follow no rule, each as Organizations and the provider write it.</summary>
    [Theory]
    [InlineData("ec2:instance", "aws:ec2/instance:Instance")]
    [InlineData("ec2:volume", "aws:ebs/volume:Volume")]
    [InlineData("ec2:natgateway", "aws:ec2/natGateway:NatGateway")]
    [InlineData("ec2:elastic-ip", "aws:ec2/eip:Eip")]
    [InlineData("ec2:vpc-flow-log", "aws:ec2/flowLog:FlowLog")]
    [InlineData("ec2:prefix-list", "aws:ec2/managedPrefixList:ManagedPrefixList")]
    [InlineData("ec2:transit-gateway", "aws:ec2transitgateway/transitGateway:TransitGateway")]
    [InlineData("ec2:client-vpn-endpoint", "aws:ec2clientvpn/endpoint:Endpoint")]
    [InlineData("s3:bucket", "aws:s3/bucketV2:BucketV2")]
    [InlineData("s3express:bucket", "aws:s3/directoryBucket:DirectoryBucket")]
    [InlineData("rds:db", "aws:docdb/clusterInstance:ClusterInstance")]
    [InlineData("rds:cluster", "aws:rds/cluster:Cluster")]
    [InlineData("rds:db-proxy", "aws:rds/proxy:Proxy")]
    [InlineData("dax:cache", "aws:dax/cluster:Cluster")]
    [InlineData("eks:nodegroup", "aws:eks/nodeGroup:NodeGroup")]
    [InlineData("elasticloadbalancing:loadbalancer", "aws:alb/loadBalancer:LoadBalancer")]
    [InlineData("elasticfilesystem:file-system", "aws:efs/fileSystem:FileSystem")]
    [InlineData("fsx:file-system", "aws:fsx/windowsFileSystem:WindowsFileSystem")]
    [InlineData("firehose:deliverystream", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream")]
    [InlineData("kinesisanalytics:application", "aws:kinesisanalyticsv2/application:Application")]
    [InlineData("events:rule", "aws:cloudwatch/eventRule:EventRule")]
    [InlineData("states:stateMachine", "aws:sfn/stateMachine:StateMachine")]
    [InlineData("logs:log-group", "aws:cloudwatch/logGroup:LogGroup")]
    [InlineData("cloudwatch:alarm", "aws:cloudwatch/metricAlarm:MetricAlarm")]
    [InlineData("glue:mlTransform", "aws:glue/mLTransform:MLTransform")]
    [InlineData("bedrock:application-inference-profile", "aws:bedrock/inferenceProfile:InferenceProfile")]
    [InlineData("elasticmapreduce:cluster", "aws:emr/cluster:Cluster")]
    [InlineData("emr-serverless:applications", "aws:emrserverless/application:Application")]
    [InlineData("osis:pipeline", "aws:opensearchingest/pipeline:Pipeline")]
    [InlineData("aoss:collection", "aws:opensearch/serverlessCollection:ServerlessCollection")]
    [InlineData("config:config-rule", "aws:cfg/rule:Rule")]
    [InlineData("budgets:budget/action", "aws:budgets/budgetAction:BudgetAction")]
    [InlineData("ce:costcategory", "aws:costexplorer/costCategory:CostCategory")]
    [InlineData("cur:definition", "aws:cur/reportDefinition:ReportDefinition")]
    [InlineData("bcm-data-exports:export", "aws:bcmdata/export:Export")]
    [InlineData("ses:identity", "aws:sesv2/emailIdentity:EmailIdentity")]
    [InlineData("organizations:ou", "aws:organizations/organizationalUnit:OrganizationalUnit")]
    [InlineData("lightsail:Instance", "aws:lightsail/instance:Instance")]
    [InlineData("medialive:inputSecurityGroup", "aws:medialive/inputSecurityGroup:InputSecurityGroup")]
    [InlineData("workspaces:connectionalias", "aws:workspaces/connectionAlias:ConnectionAlias")]
    public void Covers_NameOfOrganizations_IsItsPulumiType(string name, string token)
    {
        Assert.True(PolicyTypeTable.Covers(name, token));
        Assert.True(PolicyTypeTable.Covers($"{name.Split(':')[0]}:ALL_SUPPORTED", token));
        Assert.True(PolicyTypeTable.Covers($"{name.Split(':')[0]}:*", token));
        Assert.False(PolicyTypeTable.Covers("sqs:ALL_SUPPORTED", token));
        Assert.True(PolicyTypeName.TryParse(name, out var parsed));
        Assert.Contains(token, PolicyTypeTable.TokensOf(parsed));
    }

    [Fact]
    public void TokensOf_NameOfSeveralTypes_AreAll() => Assert.Equal(4, PolicyTypeTable.TokensOf(new PolicyTypeName("rds", "db")).Length);

    [Fact]
    public void TokensOf_AllOfAService_AreAll() =>
        Assert.Equal(
            PolicyTypeTable.All.Where(row => row.Name.Service == "rds").Select(row => row.Token),
            PolicyTypeTable.TokensOf(new PolicyTypeName("rds", null)));

    /// <summary>Neither names nor tokens are compared without casing.</summary>
    [Theory]
    [InlineData("lightsail:instance", "aws:lightsail/instance:Instance")]
    [InlineData("s3:bucket", "aws:s3/bucket:bucket")]
    public void Covers_AnotherCasing_IsAnotherType(string name, string token) => Assert.False(PolicyTypeTable.Covers(name, token));

    [Fact]
    public void Covers_TypeWithoutAName_IsFalse() => Assert.False(PolicyTypeTable.Covers("kafka:ALL_SUPPORTED", "aws:msk/cluster:Cluster"));
}
