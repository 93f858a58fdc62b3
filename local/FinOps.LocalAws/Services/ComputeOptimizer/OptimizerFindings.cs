using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Recommendations;

namespace FinOps.LocalAws.Services.ComputeOptimizer;

/// <summary>Findings in Compute Optimizer's own shapes.</summary>
internal static class OptimizerFindings
{
    public static bool IsKnown(SyntheticAdvice advice) => advice.Action is "Rightsize" or "Upgrade" or "MigrateToGraviton";

    public static string? IdleType(SyntheticAdvice advice) => advice.Kind switch
    {
        "Ec2Instance" => "EC2Instance",
        "EbsVolume" => "EBSVolume",
        "RdsDbInstance" => "RDSDBInstance",
        "NatGateway" => "NatGateway",
        "ElastiCacheCluster" => "ElastiCacheCluster",
        _ => null,
    };

    public static JsonObject Instance(IReadOnlyList<SyntheticAdvice> options, DateTimeOffset now) => With(
        Common(options[0], now, "lookBackPeriodInDays"),
        ("instanceArn", options[0].Arn), ("currentInstanceType", options[0].Current), ("finding", "Overprovisioned"), ("currentPerformanceRisk", "VeryLow"),
        ("recommendationOptions", new JsonArray([.. options.Select((option, at) => Option(
            option, at, ("instanceType", option.Recommended), ("performanceRisk", 1.0), ("migrationEffort", option.Action == "MigrateToGraviton" ? "High" : "VeryLow")))])));

    public static JsonObject Volume(IReadOnlyList<SyntheticAdvice> options, DateTimeOffset now) => With(
        Common(options[0], now, "lookBackPeriodInDays"),
        ("volumeArn", options[0].Arn), ("finding", "NotOptimized"), ("currentPerformanceRisk", "VeryLow"), ("currentConfiguration", Configuration(options[0].Action == "Upgrade" ? "gp2" : "gp3", 6000)),
        ("volumeRecommendationOptions", new JsonArray([.. options.Select((option, at) => Option(option, at, ("configuration", Configuration("gp3", 3000)), ("performanceRisk", 1.0)))])));

    public static JsonObject Function(IReadOnlyList<SyntheticAdvice> options, DateTimeOffset now) => With(
        Common(options[0], now, "lookbackPeriodInDays"),
        ("functionArn", $"{options[0].Arn}:$LATEST"), ("functionVersion", "$LATEST"), ("currentMemorySize", 1024), ("finding", "NotOptimized"), ("currentPerformanceRisk", "VeryLow"),
        ("memorySizeRecommendationOptions", new JsonArray([.. options.Select((option, at) => Option(option, at, ("memorySize", 512)))])));

    public static JsonObject Database(IReadOnlyList<SyntheticAdvice> options, DateTimeOffset now) => With(
        Common(options[0], now, "lookbackPeriodInDays"),
        ("resourceArn", options[0].Arn), ("engine", "postgres"), ("currentDBInstanceClass", options[0].Current), ("instanceFinding", "Overprovisioned"), ("storageFinding", "Optimized"),
        ("instanceRecommendationOptions", new JsonArray([.. options.Select((option, at) => Option(option, at, ("dbInstanceClass", option.Recommended), ("performanceRisk", 1.0)))])));

    public static JsonObject Idle(SyntheticAdvice advice, DateTimeOffset now) => With(
        Common(advice, now, "lookBackPeriodInDays"),
        ("resourceArn", advice.Arn), ("resourceId", advice.ResourceId), ("resourceType", IdleType(advice)!), ("finding", advice.Kind == "EbsVolume" ? "Unattached" : "Idle"),
        ("findingDescription", "No use in the look-back period."), ("savingsOpportunity", Savings(advice)), ("savingsOpportunityAfterDiscounts", Savings(advice)));

    private static JsonObject Common(SyntheticAdvice advice, DateTimeOffset now, string lookback) => new()
    {
        ["accountId"] = advice.AccountId,
        [lookback] = (double)AdviceCatalog.LookbackDays,
        ["lastRefreshTimestamp"] = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds(),
        ["tags"] = new JsonArray([.. advice.Item.Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
    };

    private static JsonObject Option(SyntheticAdvice advice, int at, params (string Name, JsonNode Value)[] members) =>
        With(new JsonObject { ["rank"] = at + 1, ["savingsOpportunity"] = Savings(advice), ["savingsOpportunityAfterDiscounts"] = Savings(advice) }, members);

    private static JsonObject Savings(SyntheticAdvice advice) => new()
    {
        ["savingsOpportunityPercentage"] = (double)(advice.Share * 100),
        ["estimatedMonthlySavings"] = new JsonObject { ["currency"] = "USD", ["value"] = (double)advice.Saving },
    };

    private static JsonObject Configuration(string type, int iops) => new() { ["volumeType"] = type, ["volumeSize"] = 500, ["volumeBaselineIOPS"] = iops, ["rootVolume"] = false };

    private static JsonObject With(JsonObject output, params (string Name, JsonNode Value)[] members)
    {
        foreach (var (name, value) in members)
            output[name] = value;
        return output;
    }
}
