using System.Text.Json.Nodes;

namespace FinOps.Functions.Tests.Responder;

/// <summary>Notifications as AWS writes them.</summary>
internal static class Notifications
{
    public static string Budget(string name, string type = "ACTUAL", string budgeted = "$100.00", string threshold = "> $80.00", string amount = "$123.45") => $"""
        AWS Budget Notification November 21, 2026
        AWS Account 111122223333

        Dear AWS Customer,

        You requested that we alert you when the {type} Cost associated with your {name} budget is greater than $80.00 for the current month. The {type} Cost associated with this budget is {amount}. You can find additional details below and by accessing the AWS Budgets dashboard [1].

        Budget Name: {name}
        Budget Type: Cost
        Budgeted Amount: {budgeted}
        Alert Type: {type}
        Alert Threshold: {threshold}
        {type} Amount: {amount}

        [1] https://console.aws.amazon.com/billing/home#/budgets
        """;

    public static string Anomaly(params (string Account, decimal Contribution)[] causes) => new JsonObject
    {
        ["accountId"] = "111122223333",
        ["anomalyId"] = "fedcba21-0000-4000-8000-000000000001",
        ["anomalyStartDate"] = "2026-11-18T00:00:00Z",
        ["anomalyEndDate"] = "2026-11-19T00:00:00Z",
        ["anomalyScore"] = new JsonObject { ["currentScore"] = 0.87, ["maxScore"] = 0.9 },
        ["dimensionalValue"] = "AWS Lambda",
        ["impact"] = new JsonObject { ["maxImpact"] = 151, ["totalActualSpend"] = 1301.25, ["totalExpectedSpend"] = 300, ["totalImpact"] = 1001.25, ["totalImpactPercentage"] = 333.75 },
        ["monitorArn"] = "arn:aws:ce::111122223333:anomalymonitor/abcdef12-1234-4ea0-84cc-918a97d736ef",
        ["monitorName"] = "services",
        ["rootCauses"] = new JsonArray([.. causes.Select(cause => new JsonObject
        {
            ["linkedAccount"] = cause.Account,
            ["linkedAccountName"] = $"account {cause.Account}",
            ["region"] = "eu-west-1",
            ["service"] = "AWS Lambda",
            ["usageType"] = "EU-Lambda-GB-Second",
            ["impact"] = new JsonObject { ["contribution"] = cause.Contribution },
        })]),
        ["anomalyDetailsLink"] = "https://console.aws.amazon.com/cost-management/home#/anomaly-detection/monitors/abcdef12/anomalies/fedcba21",
        ["subscriptionName"] = "immediate",
    }.ToJsonString();

    /// <summary>The event of a topic with one record each.</summary>
    public static string Event(string account, params (string Id, string Message)[] records) => new JsonObject
    {
        ["Records"] = new JsonArray([.. records.Select(record => new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = record.Id,
                ["TopicArn"] = $"arn:aws:sns:us-east-1:{account}:finops-cost-alerts",
                ["Subject"] = "AWS Budgets: something has exceeded your alert threshold",
                ["Message"] = record.Message,
                ["Timestamp"] = "2026-11-21T08:15:00.000Z",
            },
        })]),
    }.ToJsonString();
}
