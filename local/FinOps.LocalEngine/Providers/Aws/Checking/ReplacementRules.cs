using FinOps.LocalEngine.Providers.Aws.Schema;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Checking;

/// <summary>Which inputs cannot be changed in place, and which of them are the resource's identity.</summary>
internal static class ReplacementRules
{
    /// <summary>
    /// Beyond the resource's name and region, which force a replacement everywhere (see <see cref="_renamable"/>): an input, or
    /// the path of what inside an input forces one.
    /// </summary>
    private static readonly Dictionary<string, string[]> _replaces = new(StringComparer.Ordinal)
    {
        ["aws:athena/namedQuery:NamedQuery"] = ["database", "description", "query", "workgroup"],
        ["aws:autoscaling/group:Group"] = ["placementGroup"],
        ["aws:bcmdata/export:Export"] = ["export.dataQueries[*].tableConfigurations"],
        ["aws:budgets/budget:Budget"] = ["accountId"],
        ["aws:budgets/budgetAction:BudgetAction"] = ["accountId", "actionType", "budgetName"],
        ["aws:cloudwatch/dashboard:Dashboard"] = ["dashboardName"],
        ["aws:cloudwatch/eventRule:EventRule"] = ["eventBusName"],
        ["aws:cloudwatch/eventTarget:EventTarget"] = ["rule", "eventBusName"],
        ["aws:cloudwatch/logGroup:LogGroup"] = ["logGroupClass"],
        ["aws:costexplorer/anomalyMonitor:AnomalyMonitor"] = ["monitorType", "monitorDimension", "monitorSpecification"],
        ["aws:costexplorer/anomalySubscription:AnomalySubscription"] = ["accountId"],
        ["aws:costexplorer/costAllocationTag:CostAllocationTag"] = ["tagKey"],
        ["aws:dynamodb/table:Table"] = ["hashKey", "rangeKey", "localSecondaryIndexes"],
        ["aws:ebs/volume:Volume"] = ["availabilityZone", "encrypted", "kmsKeyId", "snapshotId", "outpostArn"],
        ["aws:ec2/eip:Eip"] = ["domain", "networkBorderGroup", "publicIpv4Pool"],
        ["aws:ec2/instance:Instance"] = ["ami", "availabilityZone", "keyName", "subnetId", "placementGroup", "secondaryPrivateIps", "privateIp", "ephemeralBlockDevices"],
        ["aws:ec2/securityGroup:SecurityGroup"] = ["description", "vpcId"],
        ["aws:ec2/subnet:Subnet"] = ["availabilityZone", "availabilityZoneId", "cidrBlock", "vpcId", "outpostArn"],
        ["aws:ec2/vpc:Vpc"] = ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
        ["aws:iam/role:Role"] = ["path"],
        ["aws:glue/catalogDatabase:CatalogDatabase"] = ["catalogId"],
        ["aws:glue/catalogTable:CatalogTable"] = ["catalogId", "databaseName"],
        ["aws:iam/rolePolicy:RolePolicy"] = ["role"],
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = ["role", "policyArn"],
        ["aws:iam/serviceLinkedRole:ServiceLinkedRole"] = ["awsServiceName", "customSuffix"],
        ["aws:kms/key:Key"] = ["customerMasterKeySpec", "keyUsage", "multiRegion", "customKeyStoreId"],
        ["aws:lambda/function:Function"] = ["packageType"],
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = ["functionName", "qualifier"],
        ["aws:lambda/invocation:Invocation"] = ["functionName", "input", "lifecycleScope", "qualifier", "tenantId", "terraformKey", "triggers"],
        ["aws:lambda/permission:Permission"] =
            ["action", "eventSourceToken", "function", "functionUrlAuthType", "invokedViaFunctionUrl", "principal", "principalOrgId", "qualifier", "sourceAccount", "sourceArn"],
        ["aws:organizations/awsServiceAccess:AwsServiceAccess"] = ["servicePrincipal"],
        ["aws:organizations/delegatedAdministrator:DelegatedAdministrator"] = ["accountId", "servicePrincipal"],
        ["aws:organizations/policy:Policy"] = ["type"],
        ["aws:organizations/policyAttachment:PolicyAttachment"] = ["policyId", "targetId"],
        ["aws:rds/instance:Instance"] = ["engine", "availabilityZone", "characterSetName", "dbName", "kmsKeyId", "storageEncrypted", "username", "snapshotIdentifier"],
        ["aws:s3/bucket:Bucket"] = ["bucketNamespace", "objectLockEnabled"],
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = ["bucket", "expectedBucketOwner"],
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = ["bucket", "key"],
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = ["bucket"],
        ["aws:s3/bucketPolicy:BucketPolicy"] = ["bucket"],
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = ["bucket"],
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = ["bucket", "expectedBucketOwner"],
        ["aws:s3/bucketVersioning:BucketVersioning"] = ["bucket", "expectedBucketOwner"],
        ["aws:scheduler/schedule:Schedule"] = ["groupName"],
        ["aws:sesv2/configurationSet:ConfigurationSet"] = ["configurationSetName"],
        ["aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination"] = ["configurationSetName", "eventDestinationName"],
        ["aws:sesv2/emailIdentity:EmailIdentity"] = ["emailIdentity"],
        ["aws:sns/topic:Topic"] = ["fifoTopic"],
        ["aws:sns/topicPolicy:TopicPolicy"] = ["arn"],
        ["aws:sns/topicSubscription:TopicSubscription"] = ["topic", "protocol", "endpoint"],
        ["aws:sqs/queue:Queue"] = ["fifoQueue"],
        ["aws:sqs/queuePolicy:QueuePolicy"] = ["queueUrl"],
        ["aws:ssm/parameter:Parameter"] = ["dataType"],
    };

    /// <summary>Types whose name can be changed in place.</summary>
    private static readonly HashSet<string> _renamable = new(StringComparer.Ordinal)
    {
        "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
        "aws:organizations/policy:Policy",
        "aws:rds/instance:Instance",
    };

    /// <summary>Types whose id is made of these inputs and not of a name.</summary>
    private static readonly Dictionary<string, string[]> _identities = new(StringComparer.Ordinal)
    {
        ["aws:cloudwatch/dashboard:Dashboard"] = ["dashboardName"],
        ["aws:glue/catalogTable:CatalogTable"] = ["catalogId", "databaseName", "name"],
        ["aws:iam/rolePolicy:RolePolicy"] = ["role", "name"],
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = ["role", "policyArn"],
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = ["functionName", "qualifier"],
        ["aws:lambda/permission:Permission"] = ["function", "statementId"],
        ["aws:organizations/delegatedAdministrator:DelegatedAdministrator"] = ["accountId", "servicePrincipal"],
        ["aws:organizations/policyAttachment:PolicyAttachment"] = ["policyId", "targetId"],
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = ["bucket", "key"],
        ["aws:scheduler/schedule:Schedule"] = ["groupName", "name"],
        ["aws:sesv2/configurationSet:ConfigurationSet"] = ["configurationSetName"],
        ["aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination"] = ["configurationSetName", "eventDestinationName"],
        ["aws:sesv2/emailIdentity:EmailIdentity"] = ["emailIdentity"],
        ["aws:sns/topicPolicy:TopicPolicy"] = ["arn"],
        ["aws:sns/topicSubscription:TopicSubscription"] = ["topic", "protocol", "endpoint"],
        ["aws:sqs/queuePolicy:QueuePolicy"] = ["queueUrl"],
    };

    /// <param name="type">The resource type.</param>
    /// <param name="property">An input that changed.</param>
    /// <param name="old">All inputs as they were.</param>
    /// <param name="new">All inputs as they are wanted.</param>
    public static bool Replaces(ResourceType type, string property, PropertyMap old, PropertyMap @new)
    {
        if (property == "region")
            return true;
        foreach (var path in _replaces.GetValueOrDefault(type.Token, []))
            if (path == property || (path.StartsWith(property + ".", StringComparison.Ordinal) && PropertyPath.Parse(path).Differs(old, @new)))
                return true;
        var name = AutoNamer.NameProperty(type);
        return name is not null && !_renamable.Contains(type.Token) && (property == name || property == name + "Prefix");
    }

    /// <summary>
    /// The inputs that tell one resource of the type from another. Where none of them changes, old and new would be one and the same thing,
    /// so the old must go first. Empty: AWS gives every new one its own id.
    /// </summary>
    public static IReadOnlyList<string> Identity(ResourceType type) =>
        _identities.TryGetValue(type.Token, out var identity) ? identity
        : type.Token.StartsWith("aws:s3/bucket", StringComparison.Ordinal) && type.Inputs.Contains("bucket") ? ["bucket"]
        : AutoNamer.NameProperty(type) is { } name ? [name]
        : [];
}
