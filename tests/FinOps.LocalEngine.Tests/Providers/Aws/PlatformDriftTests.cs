// Long because every type has its drift here, and each is a document before and an API call after.
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;
using static FinOps.LocalEngine.Tests.Providers.Aws.Drift;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Organization, IAM, Lambda, schedules, events, logs, messages and buckets: an edit past the program shows as exactly that edit.</summary>
public sealed class PlatformDriftTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Trust = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}""";

    [Fact]
    public async Task OrganizationPolicy_Edited_ShowsThePlaceInTheDocument() => await Driver("aws:organizations/policy:Policy").ExpectAsync(
        """{"name": "drift-policy", "description": "d", "content": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"s3:PutObject\",\"s3:GetObject\"],\"Resource\":\"*\"}]}", "tags": {"Team": "a"}}""",
        async id =>
        {
            // The same in other words is no drift; another effect on another resource would be.
            await CallAsync(AwsApi.Organizations, "UpdatePolicy", $$"""{"PolicyId": "{{id}}", "Content": "{\"Statement\":{\"Resource\":[\"arn:aws:s3:::a/*\"],\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Effect\":\"Deny\"},\"Version\":\"2012-10-17\"}"}""".Replace("\"Statement\\\":{", "\"Statement\\\":[{", StringComparison.Ordinal).Replace("},\\\"Version", "}],\\\"Version", StringComparison.Ordinal));
            await CallAsync(AwsApi.Organizations, "TagResource", $$"""{"ResourceId": "{{id}}", "Tags": [{"Key": "Owner", "Value": "x"}]}""");
        },
        "content.Statement[0].Action[0]: \"s3:PutObject\" → \"s3:GetObject\"",
        "content.Statement[0].Action[1]: \"s3:GetObject\" → \"s3:PutObject\"",
        "content.Statement[0].Resource: \"*\" → [\"arn:aws:s3:::a/*\"]",
        "tags.Owner: nothing → \"x\"",
        "tagsAll.Owner: nothing → \"x\"");

    [Fact]
    public async Task OrganizationPolicy_SaidInOtherWords_IsNoDrift()
    {
        var policy = Driver("aws:organizations/policy:Policy");
        await policy.CreateAsync(("name", "drift-words"), ("content", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:PutObject","s3:GetObject"],"Resource":"*"}]}"""));
        await CallAsync(AwsApi.Organizations, "UpdatePolicy", $$"""{"PolicyId": "{{policy.Id}}", "Content": "{\"Statement\":[{\"Resource\":[\"*\"],\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Effect\":\"Deny\"}],\"Version\":\"2012-10-17\"}"}""");
        Assert.Empty(await policy.RefreshAsync());
    }

    [Fact]
    public async Task ConfigRule_Edited_ShowsTheEdit() => await Driver("aws:cfg/organizationManagedRule:OrganizationManagedRule").ExpectAsync(
        """{"name": "drift-rule", "ruleIdentifier": "REQUIRED_TAGS", "inputParameters": "{\"tag1Key\":\"Team\"}", "resourceTypesScopes": ["AWS::S3::Bucket", "AWS::EC2::Instance"]}""",
        _ => CallAsync(AwsApi.Config, "PutOrganizationConfigRule", """
            {"OrganizationConfigRuleName": "drift-rule", "ExcludedAccounts": [], "OrganizationManagedRuleMetadata":
             {"RuleIdentifier": "REQUIRED_TAGS", "InputParameters": "{\"tag1Key\":\"Owner\"}", "ResourceTypesScope": ["AWS::EC2::Instance", "AWS::S3::Bucket"]} }
            """),
        "inputParameters.tag1Key: \"Team\" → \"Owner\"");

    [Fact]
    public async Task RoleAndPolicies_Edited_ShowTheEdit()
    {
        await Driver("aws:iam/role:Role").ExpectAsync(
            $$"""{"name": "drift-role", "description": "d", "assumeRolePolicy": "{{Trust}}", "managedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"], "inlinePolicies": [{"name": "i", "policy": "{{Trust.Replace("lambda", "ec2", StringComparison.Ordinal).Replace(",\\\"Principal\\\":{\\\"Service\\\":\\\"ec2.amazonaws.com\\\"}", ",\\\"Resource\\\":\\\"*\\\"", StringComparison.Ordinal)}}"}]}""",
            async _ =>
            {
                await aws.Api.IamAsync("UpdateRole", default, ("RoleName", "drift-role"), ("Description", "other"), ("MaxSessionDuration", "7200"));
                await aws.Api.IamAsync("DetachRolePolicy", default, ("RoleName", "drift-role"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
                await aws.Api.IamAsync("TagRole", default, ("RoleName", "drift-role"), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "a"));
            },
            "description: \"d\" → \"other\"",
            "managedPolicyArns[0]: \"arn:aws:iam::aws:policy/ReadOnlyAccess\" → nothing",
            "maxSessionDuration: nothing → 7200",
            "tags: nothing → {\"Team\":\"a\"}",
            "tagsAll.Team: nothing → \"a\"");
        await Driver("aws:iam/rolePolicy:RolePolicy").ExpectAsync(
            """{"role": "drift-role", "name": "p", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}"}""",
            _ => aws.Api.IamAsync("PutRolePolicy", default, ("RoleName", "drift-role"), ("PolicyName", "p"), ("PolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""")),
            "policy.Statement[0].Action: \"s3:GetObject\" → \"s3:*\"");
    }

    [Fact]
    public async Task Function_ConfigurationCodeAndConcurrencyEdited_ShowTheEdit()
    {
        await Driver("aws:iam/role:Role").CreateAsync(("name", "drift-function"), ("assumeRolePolicy", Trust.Replace("\\\"", "\"", StringComparison.Ordinal)));
        var function = Driver("aws:lambda/function:Function");
        (string, PropertyValue)[] inputs =
        [
            ("name", "drift"), ("role", $"arn:aws:iam::{aws.AccountId}:role/drift-function"), ("runtime", "provided.al2023"), ("handler", "bootstrap"), ("memorySize", 256d),
            ("environment", PropertyMap.Of(("variables", PropertyMap.Of(("ADDRESS", "a"), ("TOKEN", "t"))))),
            ("code", new ArchiveValue(PropertyMap.Of(("bootstrap", new AssetValue("#!/bin/sh\n", null, null))), null, null)),
        ];
        var deployed = await function.CreateAsync(inputs);
        Assert.Empty(await function.RefreshAsync());

        await LambdaAsync(HttpMethod.Put, "/2015-03-31/functions/drift/configuration", """{"MemorySize": 1024, "Timeout": 60, "Environment": {"Variables": {"ADDRESS": "b"} } }""");
        await LambdaAsync(HttpMethod.Put, "/2017-10-31/functions/drift/concurrency", """{"ReservedConcurrentExecutions": 2}""");
        Assert.Equal(
            [
                "environment.variables.ADDRESS: \"a\" → \"b\"",
                "environment.variables.TOKEN: \"t\" → nothing",
                "memorySize: 256 → 1024",
                "reservedConcurrentExecutions: nothing → 2",
                "timeout: nothing → 60",
            ],
            (await function.RefreshAsync()).Where(change => !change.StartsWith("lastModified", StringComparison.Ordinal)));
        await function.UpdateAsync(inputs);
        Assert.Empty(await function.RefreshAsync());

        await LambdaAsync(HttpMethod.Put, "/2015-03-31/functions/drift/code", $$"""{"ZipFile": "{{await ZipAsync("#!/bin/sh\nexit 1\n")}}"}""");
        Assert.StartsWith($"codeSha256: \"{deployed.Text("codeSha256")}\" → ", (await function.RefreshAsync())[0], StringComparison.Ordinal);
        Assert.NotEmpty((await function.DiffAsync(inputs)).Changed);
        Assert.Equal(deployed.Text("codeSha256"), (await function.UpdateAsync(inputs)).Text("codeSha256"));

        var permission = Driver("aws:lambda/permission:Permission");
        await permission.CreateAsync(("statementId", "s"), ("function", "drift"), ("action", "lambda:InvokeFunction"), ("principal", "scheduler.amazonaws.com"), ("sourceAccount", aws.AccountId));
        Assert.Empty(await permission.RefreshAsync());
        await LambdaAsync(HttpMethod.Delete, "/2015-03-31/functions/drift/policy/s", null);
        await LambdaAsync(HttpMethod.Post, "/2015-03-31/functions/drift/policy", """{"StatementId": "s", "Action": "lambda:InvokeFunction", "Principal": "events.amazonaws.com"}""");
        Assert.Equal(["principal: \"scheduler.amazonaws.com\" → \"events.amazonaws.com\"", $"sourceAccount: \"{aws.AccountId}\" → nothing"], await permission.RefreshAsync());

        Task<JsonObject> LambdaAsync(HttpMethod method, string path, string? input) => aws.Api.Client.RestJsonAsync(AwsApi.Lambda, "us-east-1", "Edit", method, path, input is null ? null : Json(input), default);
    }

    [Fact]
    public async Task Schedule_Edited_ShowsTheEdit()
    {
        await Driver("aws:iam/role:Role").CreateAsync(("name", "drift-schedule"), ("assumeRolePolicy", Trust.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("lambda.", "scheduler.", StringComparison.Ordinal)));
        var group = Driver("aws:scheduler/scheduleGroup:ScheduleGroup");
        await group.CreateAsync(("name", "drift"), ("tags", PropertyMap.Of(("Team", "a"))));
        Assert.Empty(await group.RefreshAsync());
        await Driver("aws:scheduler/schedule:Schedule").ExpectAsync($$"""
            {
              "name": "drift", "groupName": "drift", "scheduleExpression": "rate(7 days)", "flexibleTimeWindow": {"mode": "OFF"}, "startDate": "2030-01-01T00:00:00+00:00",
              "target": {"arn": "arn:aws:lambda:us-east-1:1:function:f", "roleArn": "arn:aws:iam::{{aws.AccountId}}:role/drift-schedule"}
            }
            """,
            _ => aws.Api.Client.RestJsonAsync(AwsApi.Scheduler, "us-east-1", "UpdateSchedule", HttpMethod.Put, "/schedules/drift", Json($$"""
                {
                  "GroupName": "drift", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 5}, "StartDate": 1893456000, "State": "DISABLED",
                  "Target": {"Arn": "arn:aws:lambda:us-east-1:1:function:f", "RoleArn": "arn:aws:iam::{{aws.AccountId}}:role/drift-schedule", "RetryPolicy": {"MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 86400} }
                }
                """), default),
            "flexibleTimeWindow.maximumWindowInMinutes: nothing → 5",
            "flexibleTimeWindow.mode: \"OFF\" → \"FLEXIBLE\"",
            "scheduleExpression: \"rate(7 days)\" → \"rate(1 day)\"",
            "state: nothing → \"DISABLED\"",
            "target.retryPolicy: nothing → {\"maximumRetryAttempts\":3}");
    }

    [Fact]
    public async Task EventRuleAndTarget_Edited_ShowTheEdit()
    {
        await Driver("aws:cloudwatch/eventRule:EventRule").ExpectAsync(
            """{"name": "drift", "eventPattern": "{\"source\":[\"aws.budgets\",\"aws.ce\"]}", "tags": {"Team": "a"}}""",
            _ => CallAsync(AwsApi.Events, "PutRule", """{"Name": "drift", "EventPattern": "{\"source\":[\"aws.ce\",\"aws.budgets\"]}", "State": "DISABLED"}"""),
            "state: nothing → \"DISABLED\"");
        await Driver("aws:cloudwatch/eventTarget:EventTarget").ExpectAsync(
            """{"rule": "drift", "targetId": "t", "arn": "arn:aws:sns:us-east-1:1:a", "inputTransformer": {"inputPaths": {"Who": "$.account"}, "inputTemplate": "\"<Who>\""}}""",
            _ => CallAsync(AwsApi.Events, "PutTargets", """{"Rule": "drift", "Targets": [{"Id": "t", "Arn": "arn:aws:sns:us-east-1:1:b", "InputTransformer": {"InputPathsMap": {"Who": "$.account"}, "InputTemplate": "\"<Who>\""} }]}"""),
            "arn: \"arn:aws:sns:us-east-1:1:a\" → \"arn:aws:sns:us-east-1:1:b\"");
    }

    [Fact]
    public async Task LogGroup_Edited_ShowsTheEdit() => await Driver("aws:cloudwatch/logGroup:LogGroup").ExpectAsync(
        """{"name": "/drift", "retentionInDays": 30, "tags": {"Team": "a"}}""",
        _ => CallAsync(AwsApi.Logs, "PutRetentionPolicy", """{"logGroupName": "/drift", "retentionInDays": 7}"""),
        "retentionInDays: 30 → 7");

    [Fact]
    public async Task TopicSubscriptionAndQueue_Edited_ShowTheEdit()
    {
        var topic = Driver("aws:sns/topic:Topic");
        await topic.ExpectAsync(
            """{"name": "drift", "displayName": "Costs", "tags": {"Team": "a"}}""",
            id => AttributeAsync("SetTopicAttributes", "TopicArn", id, "DisplayName", "Other"),
            "displayName: \"Costs\" → \"Other\"");
        await Driver("aws:sns/topicPolicy:TopicPolicy").ExpectAsync(
            $$"""{"arn": "{{topic.Id}}", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"budgets.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"*\"}]}"}""",
            id => AttributeAsync("SetTopicAttributes", "TopicArn", id, "Policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"*"}]}"""),
            "policy.Statement[0].Principal.Service: \"budgets.amazonaws.com\" → \"events.amazonaws.com\"");
        Assert.Empty(await topic.RefreshAsync());
        await Driver("aws:sns/topicSubscription:TopicSubscription").ExpectAsync(
            $$"""{"topic": "{{topic.Id}}", "protocol": "email", "endpoint": "a@example.com", "filterPolicy": "{\"team\":[\"a\"]}"}""",
            id => AttributeAsync("SetSubscriptionAttributes", "SubscriptionArn", id, "FilterPolicy", """{"team":["b"]}"""),
            "filterPolicy.team[0]: \"a\" → \"b\"");
        await Driver("aws:sqs/queue:Queue").ExpectAsync(
            """{"name": "drift", "messageRetentionSeconds": 1209600, "tags": {"Team": "a"}}""",
            id => CallAsync(AwsApi.Sqs, "SetQueueAttributes", $$"""{"QueueUrl": "{{id}}", "Attributes": {"MessageRetentionPeriod": "60", "VisibilityTimeout": "90"} }"""),
            "messageRetentionSeconds: 1209600 → 60",
            "visibilityTimeoutSeconds: nothing → 90");

        Task AttributeAsync(string operation, string subject, string id, string name, string value) =>
            aws.Api.QueryAsync(AwsApi.Sns, operation, [new(subject, id), new("AttributeName", name), new("AttributeValue", value)], default);
    }

    [Fact]
    public async Task MailIdentityAndConfigurationSet_Edited_ShowTheEdit()
    {
        await Driver("aws:sesv2/configurationSet:ConfigurationSet").ExpectAsync(
            """{"configurationSetName": "drift"}""",
            _ => aws.Api.Client.RestJsonAsync(AwsApi.Ses, "us-east-1", "Edit", HttpMethod.Put, "/v2/email/configuration-sets/drift/sending", Json("""{"SendingEnabled": false}"""), default),
            "sendingOptions: nothing → {\"sendingEnabled\":false}");
        await Driver("aws:sesv2/emailIdentity:EmailIdentity").ExpectAsync(
            """{"emailIdentity": "drift@example.com"}""",
            _ => aws.Api.Client.RestJsonAsync(AwsApi.Ses, "us-east-1", "Edit", HttpMethod.Put, "/v2/email/identities/drift%40example.com/configuration-set", Json("""{"ConfigurationSetName": "drift"}"""), default),
            "configurationSetName: nothing → \"drift\"");
    }

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", "tagging", "Tagging/TagSet/Tag/(Key=Team,Value=b)", """{"bucket": "drift-NAME", "tags": {"Team": "a"}}""", "tags.Team: \"a\" → \"b\"", "tagsAll.Team: \"a\" → \"b\"")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "versioning", "VersioningConfiguration/(Status=Suspended)", """{"bucket": "drift-NAME", "versioningConfiguration": {"status": "Enabled"}}""", "versioningConfiguration.status: \"Enabled\" → \"Suspended\"")]
    [InlineData(
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "publicAccessBlock", "PublicAccessBlockConfiguration/(BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=true)",
        """{"bucket": "drift-NAME", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}""", "blockPublicPolicy: true → false")]
    [InlineData(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "encryption", "ServerSideEncryptionConfiguration/Rule/ApplyServerSideEncryptionByDefault/(SSEAlgorithm=aws:kms)",
        """{"bucket": "drift-NAME", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"}}]}""", "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm: \"AES256\" → \"aws:kms\"")]
    [InlineData("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "ownershipControls", "OwnershipControls/Rule/(ObjectOwnership=ObjectWriter)", """{"bucket": "drift-NAME", "rule": {"objectOwnership": "BucketOwnerEnforced"}}""", "rule.objectOwnership: \"BucketOwnerEnforced\" → \"ObjectWriter\"")]
    public async Task BucketSetting_Edited_ShowsTheEdit(string type, string subresource, string document, string inputs, params string[] drift)
    {
        var name = $"drift-{subresource.ToLowerInvariant()}";
        if (subresource != "tagging")
            await Driver("aws:s3/bucket:Bucket").CreateAsync(("bucket", name));
        await Driver(type).ExpectAsync(
            inputs.Replace("drift-NAME", name, StringComparison.Ordinal),
            _ => aws.Api.S3Async("Edit", HttpMethod.Put, name, Anywhere, default, xml: Xml(document), query: [new(subresource, "")]),
            drift);
    }

    [Fact]
    public async Task BucketLifecyclePolicyAndObject_Edited_ShowTheEdit()
    {
        await Driver("aws:s3/bucket:Bucket").CreateAsync(("bucket", "drift-all"));
        await Driver("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").ExpectAsync("""
            {"bucket": "drift-all", "rules": [
              {"id": "a", "status": "Enabled", "filter": {"prefix": "a/"}, "expiration": {"days": 30}, "transitions": [{"days": 10, "storageClass": "GLACIER"}]},
              {"id": "b", "status": "Enabled", "filter": {"and": {"prefix": "b/", "tags": {"Team": "a", "Owner": "o"} } }, "noncurrentVersionExpiration": {"noncurrentDays": 5} }]}
            """,
            async _ =>
            {
                var live = S3Calls.Xml(await aws.Api.S3Async("Get", HttpMethod.Get, "drift-all", Anywhere, default, query: [new("lifecycle", "")]));
                live.Descendants("Expiration").Single().Element("Days")!.Value = "90";
                await aws.Api.S3Async("Edit", HttpMethod.Put, "drift-all", Anywhere, default, xml: live, query: [new("lifecycle", "")]);
            },
            "rules[0].expiration.days: 30 → 90");
        await Driver("aws:s3/bucketPolicy:BucketPolicy").ExpectAsync(
            """{"bucket": "drift-all", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::drift-all/*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}"}""",
            _ => PutAsync(null, """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::drift-all/*","Condition":{"Bool":{"aws:SecureTransport":false}}}]}""", [new("policy", "")]),
            "policy.Statement[0].Action: \"s3:*\" → \"s3:PutObject\"",
            "policy.Statement[0].Condition.Bool.aws:SecureTransport: \"false\" → false");

        var file = Driver("aws:s3/bucketObjectv2:BucketObjectv2");
        (string, PropertyValue)[] inputs = [("bucket", "drift-all"), ("key", "k"), ("content", "one"), ("tags", PropertyMap.Of(("Team", "a")))];
        await file.CreateAsync(inputs);
        Assert.Empty(await file.RefreshAsync());
        await PutAsync("k", "two", []);
        Assert.Equal(["etag", "tags.Team", "tagsAll.Team"], (await file.RefreshAsync()).Select(change => change.Split(':')[0]));
        Assert.NotEmpty((await file.DiffAsync(inputs)).Changed);

        Task PutAsync(string? key, string body, KeyValuePair<string, string>[] query) =>
            aws.Api.S3Async("Edit", HttpMethod.Put, "drift-all", Anywhere, default, key, body: Encoding.UTF8.GetBytes(body), query: query);
    }

    /// <summary>A call that is nobody's resource.</summary>
    private static ResourceCall Anywhere { get; } = new("", "", "", [], [], [], new Dictionary<string, string>(), new Dictionary<string, string>(), "us-east-1");

    /// <summary><c>Root/Child/(Leaf=value,Leaf=value)</c>.</summary>
    private static XElement Xml(string path) => path.Split('/', 2) is [var name, var rest] && name[0] != '('
        ? rest[0] == '('
            ? new XElement(name, rest[1..^1].Split(',').Select(leaf => new XElement(leaf.Split('=')[0], leaf.Split('=')[1])))
            : new XElement(name, Xml(rest))
        : throw new ArgumentException(path, nameof(path));

    private static async Task<string> ZipAsync(string bootstrap)
    {
        var packed = await FinOps.LocalEngine.Providers.Aws.Assets.ArchivePacker.PackAsync(
            new ArchiveValue(PropertyMap.Of(("bootstrap", new AssetValue(bootstrap, null, null))), null, null), ".", default);
        return Convert.ToBase64String(packed.ToArray());
    }

    private ProviderDriver Driver(string type) => new(aws.Provider(), type, "drift");

    private Task<JsonObject> CallAsync(AwsApi api, string operation, string input) => aws.Api.JsonAsync(api, operation, Json(input), default);
}
