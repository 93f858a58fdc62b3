namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>Which types are applied through their API; every other type of the schema is the generic handler's.</summary>
internal static class HandlerTable
{
    public static Dictionary<string, IResourceHandler> Create(AwsSession aws) => new(StringComparer.Ordinal)
    {
        ["aws:budgets/budget:Budget"] = new Budget(aws),
        ["aws:cfg/organizationManagedRule:OrganizationManagedRule"] = new OrganizationManagedRule(aws),
        ["aws:budgets/budgetAction:BudgetAction"] = new BudgetAction(aws),
        ["aws:cloudwatch/logGroup:LogGroup"] = new LogGroup(aws),
        ["aws:costexplorer/anomalyMonitor:AnomalyMonitor"] = new AnomalyMonitor(aws),
        ["aws:costexplorer/anomalySubscription:AnomalySubscription"] = new AnomalySubscription(aws),
        ["aws:costexplorer/costAllocationTag:CostAllocationTag"] = new CostAllocationTag(aws),
        ["aws:costexplorer/costCategory:CostCategory"] = new CostCategory(aws),
        ["aws:iam/role:Role"] = new Role(aws),
        ["aws:iam/rolePolicy:RolePolicy"] = new RolePolicy(aws),
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = new RolePolicyAttachment(aws),
        ["aws:lambda/function:Function"] = new LambdaFunction(aws),
        ["aws:lambda/invocation:Invocation"] = new LambdaInvocation(aws),
        ["aws:lambda/permission:Permission"] = new LambdaPermission(aws),
        ["aws:organizations/policy:Policy"] = new OrganizationPolicy(aws),
        ["aws:organizations/policyAttachment:PolicyAttachment"] = new OrganizationPolicyAttachment(aws),
        ["aws:s3/bucket:Bucket"] = new Bucket(aws),
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = new BucketSetting(aws, "lifecycle", "BucketLifecycleConfiguration", BucketDocuments.Lifecycle),
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = new BucketObject(aws),
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = new BucketSetting(aws, "ownershipControls", "BucketOwnershipControls", BucketDocuments.OwnershipControls),
        ["aws:s3/bucketPolicy:BucketPolicy"] = new BucketSetting(aws, "policy", "BucketPolicy", document: null),
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = new BucketSetting(aws, "publicAccessBlock", "PublicAccessBlock", BucketDocuments.PublicAccessBlock),
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = new BucketSetting(aws, "encryption", "BucketEncryption", BucketDocuments.Encryption),
        ["aws:s3/bucketVersioning:BucketVersioning"] = new BucketSetting(aws, "versioning", "BucketVersioning", BucketDocuments.Versioning, deletes: false),
        ["aws:scheduler/schedule:Schedule"] = new Schedule(aws),
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = new ScheduleGroup(aws),
        ["aws:sesv2/configurationSet:ConfigurationSet"] = new ConfigurationSet(aws),
        ["aws:sesv2/emailIdentity:EmailIdentity"] = new EmailIdentity(aws),
        ["aws:sns/topic:Topic"] = new Topic(aws),
        ["aws:sns/topicPolicy:TopicPolicy"] = new TopicPolicy(aws),
        ["aws:sns/topicSubscription:TopicSubscription"] = new TopicSubscription(aws),
        ["aws:sqs/queue:Queue"] = new Queue(aws),
        ["aws:sqs/queuePolicy:QueuePolicy"] = new QueuePolicy(aws),
    };
}
