using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using static FinOps.LocalEngine.Tests.Providers.Aws.Drift;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Alarms, dashboards, parameters, event destinations and retries: an edit past the program shows as exactly that edit.</summary>
public sealed class WatchDriftTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task Alarm_Edited_ShowsTheEdit() => await Driver("aws:cloudwatch/metricAlarm:MetricAlarm").ExpectAsync(
        """
        {
          "name": "drift", "namespace": "AWS/Lambda", "metricName": "Errors", "dimensions": {"FunctionName": "f"}, "statistic": "Sum", "period": 300, "evaluationPeriods": 1,
          "comparisonOperator": "GreaterThanThreshold", "threshold": 0, "alarmActions": ["arn:aws:sns:us-east-1:111111111111:a"], "tags": {"Team": "a"}
        }
        """,
        _ => CallAsync(AwsApi.CloudWatch, "PutMetricAlarm", """
            {
              "AlarmName": "drift", "Namespace": "AWS/Lambda", "MetricName": "Errors", "Dimensions": [{"Name": "FunctionName", "Value": "g"}], "Statistic": "Sum", "Period": 300, "EvaluationPeriods": 1,
              "ComparisonOperator": "GreaterThanThreshold", "Threshold": 5, "ActionsEnabled": false, "AlarmActions": ["arn:aws:sns:us-east-1:111111111111:a"]
            }
            """),
        "actionsEnabled: nothing → false",
        "dimensions.FunctionName: \"f\" → \"g\"",
        "threshold: 0 → 5");

    [Fact]
    public async Task AlarmOfMetricMath_Edited_ShowsTheEdit() => await Driver("aws:cloudwatch/metricAlarm:MetricAlarm").ExpectAsync(
        """
        {
          "name": "drift-math", "evaluationPeriods": 1, "comparisonOperator": "GreaterThanThreshold", "threshold": 1,
          "metricQueries": [
            {"id": "e", "expression": "m / 2", "returnData": true},
            {"id": "m", "returnData": false, "metric": {"namespace": "AWS/Lambda", "metricName": "Duration", "dimensions": {"FunctionName": "f"}, "period": 300, "stat": "Maximum"} }]
        }
        """,
        _ => CallAsync(AwsApi.CloudWatch, "PutMetricAlarm", """
            {
              "AlarmName": "drift-math", "EvaluationPeriods": 1, "ComparisonOperator": "GreaterThanThreshold", "Threshold": 1, "Metrics": [
                {"Id": "e", "Expression": "m / 2", "ReturnData": true},
                {"Id": "m", "ReturnData": false, "MetricStat": {"Metric": {"Namespace": "AWS/Lambda", "MetricName": "Duration", "Dimensions": [{"Name": "FunctionName", "Value": "f"}]}, "Period": 60, "Stat": "Maximum"} }]
            }
            """),
        "metricQueries[1].metric.period: 300 → 60");

    [Fact]
    public async Task Dashboard_Edited_ShowsThePlace() => await Driver("aws:cloudwatch/dashboard:Dashboard").ExpectAsync(
        """{"dashboardName": "drift", "dashboardBody": "{\"widgets\":[{\"type\":\"text\",\"properties\":{\"markdown\":\"a\"}}]}"}""",
        _ => CallAsync(AwsApi.CloudWatch, "PutDashboard", """{"DashboardName": "drift", "DashboardBody": "{\"widgets\":[{\"properties\":{\"markdown\":\"b\"},\"type\":\"text\"}]}"}"""),
        "dashboardBody.widgets[0].properties.markdown: \"a\" → \"b\"");

    [Fact]
    public async Task Parameter_Edited_IsToldWithoutItsValue() => await Driver("aws:ssm/parameter:Parameter").ExpectAsync(
        """{"name": "/drift/hook", "type": "SecureString", "value": "https://example.com/one", "tags": {"Team": "a"}}""",
        _ => CallAsync(AwsApi.Ssm, "PutParameter", """{"Name": "/drift/hook", "Value": "https://example.com/two", "Type": "SecureString", "Overwrite": true}"""),
        "value: [secret] → [secret]",
        "version: 1 → 2");

    [Fact]
    public async Task EventDestinationAndRetries_Edited_ShowTheEdit()
    {
        await Driver("aws:sesv2/configurationSet:ConfigurationSet").CreateAsync(("configurationSetName", "drift"));
        await Driver("aws:sns/topic:Topic").CreateAsync(("name", "drift"));
        await Driver("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination").ExpectAsync(
            $$"""
            {"configurationSetName": "drift", "eventDestinationName": "d", "eventDestination":
             {"enabled": true, "matchingEventTypes": ["COMPLAINT", "BOUNCE"], "snsDestination": {"topicArn": "arn:aws:sns:us-east-1:{{aws.AccountId}}:drift"} } }
            """,
            _ => aws.Api.Client.RestJsonAsync(AwsApi.Ses, "us-east-1", "Edit", HttpMethod.Put, "/v2/email/configuration-sets/drift/event-destinations/d", Json($$"""
                {"EventDestination": {"Enabled": false, "MatchingEventTypes": ["BOUNCE", "COMPLAINT"], "SnsDestination": {"TopicArn": "arn:aws:sns:us-east-1:{{aws.AccountId}}:drift"} } }
                """), default),
            "eventDestination.enabled: true → false");
    }

    private ProviderDriver Driver(string type) => new(aws.Provider(), type, "drift");

    private Task<JsonObject> CallAsync(AwsApi api, string operation, string input) => aws.Api.JsonAsync(api, operation, Json(input), default);
}
