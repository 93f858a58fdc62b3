using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Events;
using FinOps.Infra.Audit;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Audit;

public sealed class AuditPlanTests
{
    /// <summary>Characters of a pattern (EventBridge quota).</summary>
    private const int LongestPattern = 4_096;

    private static readonly AuditSettings _settings = new() { Enabled = true, ExpectedRoles = ["finops-deploy"] };

    /// <summary>Rule, service, call, the request as CloudTrail writes it.</summary>
    public static TheoryData<string, string, string, string> Weakenings => new()
    {
        { "budgets", "budgets", "DeleteBudget", """{"accountId":"111111111111","budgetName":"organization"}""" },
        { "policies", "organizations", "DetachPolicy", """{"policyId":"p-1","targetId":"ou-1"}""" },
        { "policies", "organizations", "DisablePolicyType", """{"rootId":"r-1","policyType":"TAG_POLICY"}""" },
        { "tag-keys", "ce", "UpdateCostAllocationTagsStatus", """{"costAllocationTagsStatus":[{"tagKey":"Team","status":"Active"},{"tagKey":"Project","status":"Inactive"}]}""" },
        { "anomalies", "ce", "DeleteAnomalyMonitor", """{"monitorArn":"arn:aws:ce::111111111111:anomalymonitor/1"}""" },
        { "categories", "ce", "DeleteCostCategoryDefinition", """{"costCategoryArn":"arn:aws:ce::111111111111:costcategory/1"}""" },
        { "exports", "bcm-data-exports", "DeleteExport", """{"exportArn":"arn:aws:bcm-data-exports:us-east-1:111111111111:export/focus"}""" },
        { "config-rules", "config", "DeleteOrganizationConfigRule", """{"organizationConfigRuleName":"required-tags"}""" },
        { "buckets", "s3", "DeleteBucketPolicy", """{"bucketName":"finops-dev-reports-111111111111"}""" },
        { "schedules", "scheduler", "UpdateSchedule", """{"name":"finops-cost-analyzer","groupName":"finops","state":"DISABLED"}""" },
        { "schedules", "scheduler", "DeleteScheduleGroup", """{"name":"finops"}""" },
        { "functions", "lambda", "DeleteFunction20150331", """{"functionName":"arn:aws:lambda:us-east-1:111111111111:function:finops-cost-analyzer"}""" },
        { "alarms", "monitoring", "DeleteAlarms", """{"alarmNames":["holiday","finops-dev-cost-analyzer-errors"]}""" },
        { "alarms", "monitoring", "PutMetricAlarm", """{"alarmName":"finops-dev-cost-analyzer-errors","threshold":1000}""" },
        { "dead-letters", "sqs", "PurgeQueue", """{"queueUrl":"https://sqs.us-east-1.amazonaws.com/111111111111/finops-dev-dead-letters"}""" },
        { "members", "cloudformation", "DeleteStackInstances", """{"stackSetName":"finops-dev-members","regions":["us-east-1"]}""" },
        { "watch", "events", "DisableRule", """{"name":"finops-dev-audit-budgets"}""" },
        { "watch", "events", "RemoveTargets", """{"rule":"finops-dev-audit-budgets","ids":["topic"]}""" },
        { "topic", "sns", "DeleteTopic", """{"topicArn":"arn:aws:sns:us-east-1:111111111111:finops-dev-audit-changes"}""" },
        { "topic", "sns", "SetTopicAttributes", """{"topicArn":"arn:aws:sns:us-east-1:111111111111:finops-dev-cost-alerts","attributeName":"Policy"}""" },
        { "trail", "cloudtrail", "StopLogging", """{"name":"organization"}""" },
    };

    [Theory]
    [MemberData(nameof(Weakenings))]
    public void Rules_AWeakeningCall_MatchesItsRuleAlone(string rule, string service, string call, string request) =>
        Assert.Equal([rule], Matching(Event(service, call, request)));

    [Theory]
    [InlineData("ce", "UpdateCostAllocationTagsStatus", """{"costAllocationTagsStatus":[{"tagKey":"Team","status":"Active"}]}""")]
    [InlineData("budgets", "CreateBudget", """{"accountId":"111111111111"}""")]
    [InlineData("s3", "DeleteBucket", """{"bucketName":"holiday-photos"}""")]
    [InlineData("scheduler", "DeleteSchedule", """{"name":"nightly-build"}""")]
    [InlineData("events", "DisableRule", """{"name":"nightly-build"}""")]
    [InlineData("lambda", "DeleteFunction20150331", """{"functionName":"thumbnails"}""")]
    [InlineData("monitoring", "DeleteAlarms", """{"alarmNames":["holiday"]}""")]
    [InlineData("sqs", "DeleteQueue", """{"queueUrl":"https://sqs.us-east-1.amazonaws.com/111111111111/orders"}""")]
    public void Rules_WhatDoesNotWeakenFinOps_IsNotTold(string service, string call, string request) =>
        Assert.Empty(Matching(Event(service, call, request)));

    [Fact]
    public void Rules_RefusedCallsAndExpectedRoles_AreNotToldAndTheRootUserIs()
    {
        var refused = Event("budgets", "DeleteBudget", "{}");
        refused["detail"]!["errorCode"] = "AccessDenied";
        var expected = Event("budgets", "DeleteBudget", "{}");
        expected["detail"]!["userIdentity"] = JsonNode.Parse("""{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"userName":"finops-deploy"}}}""");
        var root = Event("budgets", "DeleteBudget", "{}");
        root["detail"]!["userIdentity"] = JsonNode.Parse("""{"type":"Root"}""");

        Assert.Empty(Matching(refused));
        Assert.Empty(Matching(expected));
        Assert.Equal(["budgets"], Matching(root));
    }

    [Fact]
    public void From_ARegionOtherThanTheGlobalOne_WatchesBothAndGuardsTheTrailInBoth()
    {
        var plan = Plan("eu-central-1");

        Assert.Equal(["anomalies", "budgets", "categories", "exports", "policies", "tag-keys", "topic", "trail", "watch"], Names("us-east-1"));
        Assert.Equal(["alarms", "buckets", "config-rules", "dead-letters", "functions", "members", "schedules", "topic", "trail", "watch"], Names("eu-central-1"));

        IEnumerable<string> Names(string region) => plan.Regions[region].Select(rule => rule.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void From_ALongStackNameAndADoubledAddress_AreBothTold()
    {
        var sink = new ProblemSink();

        AuditPlan.From(_settings with { Emails = ["finops@example.com", "FinOps@example.com"] }, new string('s', 40), "us-east-1", sink.Problems);

        Assert.Equal(["finops:section", "finops:section.emails[1]"], sink.List.Select(problem => problem.Path));
        Assert.All(sink.List, problem => Assert.Equal("FIN1220", problem.Id));
    }

    [Fact]
    public void Rules_Patterns_StayBelowTheLimitWithTheMostExpectedRoles()
    {
        var roles = Enumerable.Range(0, 20).Select(number => $"{number:00}{new string('r', 62)}").ToList();

        Assert.All(Plan().Regions["us-east-1"], rule => Assert.True(rule.Pattern(roles).Length <= LongestPattern, rule.Name));
    }

    [Fact]
    public void Template_FilledFromAnEvent_IsTheMessage()
    {
        var rule = Plan().Regions["us-east-1"][0];
        var told = Event("budgets", "DeleteBudget", """{"budgetName":"organization"}""");
        var message = AuditMessage.Paths.Aggregate(AuditMessage.Template(rule.Description), (text, path) =>
            text.Replace($"<{path.Key}>", path.Value.Split('.').Skip(1).Aggregate((JsonNode)told, (node, name) => node[name]!) is JsonValue value ? (string)value! : """{"budgetName":"organization"}""", StringComparison.Ordinal));

        var read = JsonNode.Parse(message)!;

        Assert.Equal("arn:aws:sts::111111111111:assumed-role/admin/ann", (string?)read["who"]);
        Assert.Equal("DeleteBudget", (string?)read["what"]);
        Assert.Equal("2026-03-15T06:00:00Z", (string?)read["when"]);
        Assert.Equal("us-east-1", (string?)read["region"]);
        Assert.Equal("organization", (string?)read["request"]!["budgetName"]);
    }

    private static AuditPlan Plan(string region = "us-east-1") => AuditPlan.From(_settings, "dev", region, new ProblemSink().Problems);

    private static IEnumerable<string> Matching(JsonObject told)
    {
        using var json = JsonDocument.Parse(told.ToJsonString());
        return [.. Plan().Regions["us-east-1"].Where(rule => EventPattern.Parse(rule.Pattern(_settings.ExpectedRoles)).Matches(json.RootElement)).Select(rule => rule.Name)];
    }

    private static JsonObject Event(string service, string call, string request) => new()
    {
        ["source"] = $"aws.{service}",
        ["detail-type"] = "AWS API Call via CloudTrail",
        ["account"] = "111111111111",
        ["region"] = "us-east-1",
        ["detail"] = new JsonObject
        {
            ["eventSource"] = $"{service}.amazonaws.com",
            ["eventName"] = call,
            ["eventTime"] = "2026-03-15T06:00:00Z",
            ["eventID"] = "1f0e",
            ["awsRegion"] = "us-east-1",
            ["sourceIPAddress"] = "192.0.2.1",
            ["userAgent"] = "aws-cli",
            ["recipientAccountId"] = "111111111111",
            ["requestParameters"] = JsonNode.Parse(request),
            ["userIdentity"] = JsonNode.Parse("""{"type":"AssumedRole","arn":"arn:aws:sts::111111111111:assumed-role/admin/ann","sessionContext":{"sessionIssuer":{"userName":"admin"}}}"""),
        },
    };
}
