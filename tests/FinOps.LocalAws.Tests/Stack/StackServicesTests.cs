using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Lambda;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Stack;

/// <summary>The services that a stack only creates, reads, changes and deletes: Scheduler, SNS, SQS, IAM, Logs.</summary>
public sealed class StackServicesTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Iam = "2010-05-08";
    private const string Sns = "2010-03-31";

    [Fact]
    public async Task Schedule_InAGroup_GoesWithIt()
    {
        await PythonFunction.CreateRoleAsync(endpoint, "scheduler-role", "scheduler.amazonaws.com");
        await endpoint.Calls.RestAsync("scheduler", HttpMethod.Post, "/schedule-groups/finops", new JsonObject());
        await endpoint.Calls.RestAsync("scheduler", HttpMethod.Post, "/schedules/daily", Schedule("cron(0 7 ? * MON *)"));

        var read = await endpoint.Calls.RestAsync("scheduler", HttpMethod.Get, "/schedules/daily?groupName=finops");
        await endpoint.Calls.RestAsync("scheduler", HttpMethod.Delete, "/schedule-groups/finops");
        var gone = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("scheduler", HttpMethod.Get, "/schedules/daily?groupName=finops"));

        Assert.Equal("ENABLED", (string?)read["State"]);
        Assert.Equal("ResourceNotFoundException", gone.Code);
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("cron(0 7 * * * *)")]
    [InlineData("every day")]
    public async Task Schedule_BadExpression_IsRefused(string expression)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("scheduler", HttpMethod.Post, "/schedules/bad", Schedule(expression)));

        Assert.Equal("ValidationException", refused.Code);
    }

    [Fact]
    public async Task Topic_WithSubscriptionAndTags_RoundTrips()
    {
        var topic = (await endpoint.Calls.QueryAsync("sns", Sns, "CreateTopic", ("Name", "alerts"), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "FinOps"),
            ("Attributes.entry.1.key", "DisplayName"), ("Attributes.entry.1.value", "Alerts"))).Descendants("TopicArn").Single().Value;
        var subscription = (await endpoint.Calls.QueryAsync("sns", Sns, "Subscribe", ("TopicArn", topic), ("Protocol", "email"), ("Endpoint", "a@example.com"))).Descendants("SubscriptionArn").Single().Value;
        var attributes = await endpoint.Calls.QueryAsync("sns", Sns, "GetTopicAttributes", ("TopicArn", topic));
        var tags = await endpoint.Calls.QueryAsync("sns", Sns, "ListTagsForResource", ("ResourceArn", topic));
        await endpoint.Calls.QueryAsync("sns", Sns, "DeleteTopic", ("TopicArn", topic));

        Assert.Contains(attributes.Descendants("entry"), entry => entry.Element("key")!.Value == "DisplayName" && entry.Element("value")!.Value == "Alerts");
        Assert.Equal("FinOps", tags.Descendants("Value").Single().Value);
        Assert.Equal("NotFound", (await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.QueryAsync("sns", Sns, "GetSubscriptionAttributes", ("SubscriptionArn", subscription)))).Code);
    }

    [Fact]
    public async Task Queue_WithAttributesAndTags_RoundTrips()
    {
        var url = (string)(await SqsAsync("CreateQueue", new JsonObject
        {
            ["QueueName"] = "dead-letters",
            ["Attributes"] = new JsonObject { ["MessageRetentionPeriod"] = "1209600" },
            ["tags"] = new JsonObject { ["Team"] = "FinOps" },
        }))["QueueUrl"]!;
        var attributes = await SqsAsync("GetQueueAttributes", new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("All") });
        var tags = await SqsAsync("ListQueueTags", new JsonObject { ["QueueUrl"] = url });
        var bad = await Assert.ThrowsAsync<RefusedException>(() => SqsAsync("SetQueueAttributes", new JsonObject { ["QueueUrl"] = url, ["Attributes"] = new JsonObject { ["VisibilityTimeout"] = "99999" } }));
        await SqsAsync("DeleteQueue", new JsonObject { ["QueueUrl"] = url });

        Assert.Equal("1209600", (string?)attributes["Attributes"]!["MessageRetentionPeriod"]);
        Assert.EndsWith(":dead-letters", (string?)attributes["Attributes"]!["QueueArn"], StringComparison.Ordinal);
        Assert.Equal("FinOps", (string?)tags["Tags"]!["Team"]);
        Assert.Equal("InvalidAttributeValue", bad.Code);
        Assert.Equal("QueueDoesNotExist", (await Assert.ThrowsAsync<RefusedException>(() => SqsAsync("GetQueueUrl", new JsonObject { ["QueueName"] = "dead-letters" }))).Code);
    }

    [Fact]
    public async Task Role_WithPolicies_IsDeletedOnlyWithoutThem()
    {
        await PythonFunction.CreateRoleAsync(endpoint, "busy");
        await endpoint.Calls.QueryAsync("iam", Iam, "PutRolePolicy", ("RoleName", "busy"), ("PolicyName", "p"),
            ("PolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ce:*","Resource":"*"}]}"""));
        await endpoint.Calls.QueryAsync("iam", Iam, "AttachRolePolicy", ("RoleName", "busy"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        var document = (await endpoint.Calls.QueryAsync("iam", Iam, "GetRolePolicy", ("RoleName", "busy"), ("PolicyName", "p"))).Descendants("PolicyDocument").Single().Value;

        Assert.StartsWith("""{"Version":""", Uri.UnescapeDataString(document), StringComparison.Ordinal);
        Assert.Equal("DeleteConflict", (await DeleteAsync()).Code);
        await endpoint.Calls.QueryAsync("iam", Iam, "DetachRolePolicy", ("RoleName", "busy"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        Assert.Equal("DeleteConflict", (await DeleteAsync()).Code);
        await endpoint.Calls.QueryAsync("iam", Iam, "DeleteRolePolicy", ("RoleName", "busy"), ("PolicyName", "p"));
        await endpoint.Calls.QueryAsync("iam", Iam, "DeleteRole", ("RoleName", "busy"));
        Assert.Equal("NoSuchEntity", (await DeleteAsync()).Code);

        Task<RefusedException> DeleteAsync() => Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.QueryAsync("iam", Iam, "DeleteRole", ("RoleName", "busy")));
    }

    [Fact]
    public async Task LogGroup_RetentionAndEvents_RoundTrip()
    {
        await LogsAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = "/finops/test", ["tags"] = new JsonObject { ["Team"] = "FinOps" } });
        await LogsAsync("PutRetentionPolicy", new JsonObject { ["logGroupName"] = "/finops/test", ["retentionInDays"] = 30 });
        await LogsAsync("CreateLogStream", new JsonObject { ["logGroupName"] = "/finops/test", ["logStreamName"] = "s" });
        await LogsAsync("PutLogEvents", new JsonObject
        {
            ["logGroupName"] = "/finops/test",
            ["logStreamName"] = "s",
            ["logEvents"] = new JsonArray([.. Enumerable.Range(0, 5).Select(number => new JsonObject { ["timestamp"] = 1000 + number, ["message"] = $"line {number}" })]),
        });

        var group = (await LogsAsync("DescribeLogGroups", new JsonObject { ["logGroupNamePrefix"] = "/finops" }))["logGroups"]![0]!;
        var first = await LogsAsync("GetLogEvents", new JsonObject { ["logGroupName"] = "/finops/test", ["logStreamName"] = "s", ["startFromHead"] = true, ["limit"] = 3 });
        var second = await LogsAsync("GetLogEvents", new JsonObject { ["logGroupName"] = "/finops/test", ["logStreamName"] = "s", ["nextToken"] = (string?)first["nextForwardToken"] });
        var bad = await Assert.ThrowsAsync<RefusedException>(() => LogsAsync("PutRetentionPolicy", new JsonObject { ["logGroupName"] = "/finops/test", ["retentionInDays"] = 31 }));

        Assert.Equal(30, (int)group["retentionInDays"]!);
        Assert.Equal(3, first["events"]!.AsArray().Count);
        Assert.Equal(["line 3", "line 4"], second["events"]!.AsArray().Select(each => (string)each!["message"]!));
        Assert.Equal("InvalidParameterException", bad.Code);
    }

    [Fact]
    public async Task LogGroup_Key_IsKeptChangedAndTakenAway()
    {
        await LogsAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = "/keyed/group", ["kmsKeyId"] = "arn:aws:kms:us-east-1:111111111111:key/a" });
        var first = await KeyAsync();
        await LogsAsync("AssociateKmsKey", new JsonObject { ["logGroupName"] = "/keyed/group", ["kmsKeyId"] = "arn:aws:kms:us-east-1:111111111111:key/b" });
        var second = await KeyAsync();
        await LogsAsync("DisassociateKmsKey", new JsonObject { ["logGroupName"] = "/keyed/group" });
        var bad = await Assert.ThrowsAsync<RefusedException>(() => LogsAsync("AssociateKmsKey", new JsonObject { ["logGroupName"] = "/keyed/group", ["kmsKeyId"] = "alias/mine" }));

        Assert.Equal(("arn:aws:kms:us-east-1:111111111111:key/a", "arn:aws:kms:us-east-1:111111111111:key/b"), (first, second));
        Assert.Null(await KeyAsync());
        Assert.Equal("InvalidParameterException", bad.Code);

        async Task<string?> KeyAsync() => (string?)(await LogsAsync("DescribeLogGroups", new JsonObject { ["logGroupNamePrefix"] = "/keyed/group" }))["logGroups"]![0]!["kmsKeyId"];
    }

    private JsonObject Schedule(string expression) => new()
    {
        ["GroupName"] = "finops",
        ["ScheduleExpression"] = expression,
        ["FlexibleTimeWindow"] = new JsonObject { ["Mode"] = "OFF" },
        ["Target"] = new JsonObject { ["Arn"] = "arn:aws:lambda:us-east-1:1:function:x", ["RoleArn"] = $"arn:aws:iam::{endpoint.Account}:role/scheduler-role" },
    };

    private Task<JsonObject> SqsAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("sqs", $"AmazonSQS.{operation}", input, "1.0");

    private Task<JsonObject> LogsAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("logs", $"Logs_20140328.{operation}", input);
}
