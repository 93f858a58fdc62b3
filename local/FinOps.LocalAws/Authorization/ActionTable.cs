using FinOps.LocalAws.Services.Lambda;
using FinOps.LocalAws.Services.ResourceExplorer;
using FinOps.LocalAws.Services.Ses;

namespace FinOps.LocalAws.Authorization;

/// <summary>
/// What IAM evaluates for an operation, from the service authorization reference. An operation that is not here is not known: calls of it are
/// never taken for allowed.
/// </summary>
internal static class ActionTable
{
    private const string Any = "*";
    private const string Budget = "arn:aws:budgets::{account}:budget/{BudgetName}";

    private static readonly Dictionary<(string Service, string Operation), Func<CallFacts, IEnumerable<AccessNeed>>> Rules = [];

    static ActionTable()
    {
        Same("ce", Any, "GetCostAndUsage", "GetCostForecast", "GetUsageForecast", "GetDimensionValues", "GetTags", "GetCostCategories", "GetAnomalies",
            "ListCostAllocationTags", "UpdateCostAllocationTagsStatus", "ListCostAllocationTagBackfillHistory", "StartCostAllocationTagBackfill", "ListCostCategoryDefinitions");
        Same("ce", "{CostCategoryArn}", "DescribeCostCategoryDefinition");
        Same("ce", "arn:aws:ce::{account}:anomalymonitor/*", "GetAnomalyMonitors");
        Same("ce", "arn:aws:ce::{account}:anomalysubscription/*", "GetAnomalySubscriptions");
        One("budgets", "budgets:ViewBudget", Budget, "DescribeBudgets", "DescribeBudget", "DescribeNotificationsForBudget", "DescribeSubscribersForNotification", "DescribeBudgetNotificationsForAccount");
        One("budgets", "budgets:ModifyBudget", Budget, "CreateBudget", "UpdateBudget", "DeleteBudget");
        Same("organizations", Any, "DescribeOrganization", "ListAccounts", "ListAccountsForParent", "ListRoots", "ListOrganizationalUnitsForParent");
        Same("cloudtrail", Any, "LookupEvents");
        Same("bcm-data-exports", Any, "ListExports");
        Same("bcm-data-exports", "{ExportArn}", "GetExport", "ListExecutions");
        Same("cost-optimization-hub", Any, "GetPreferences", "ListEnrollmentStatuses");
        Same("compute-optimizer", Any, "GetEnrollmentStatus", "GetEnrollmentStatusesForOrganization");
        foreach (var (service, operation, rule) in SwitchNeeds.Rules)
            Rules.Add((service, operation), rule);
        Same("autoscaling", Any, "DescribeAutoScalingGroups");
        Same("ec2", Any, "DescribeInstances", "DescribeRegions");
        Same("rds", Any, "DescribeDBClusters", "DescribeDBInstances");
        foreach (var operation in new[] { "GetResources", "GetTagKeys", "GetTagValues", "GetComplianceSummary" })
            One("tagging", $"tag:{operation}", Any, operation);
        Rules.Add(("tagging", "TagResources"), TaggingNeeds.Tag);
        Rules.Add(("tagging", "UntagResources"), TaggingNeeds.Untag);
        Rules.Add((ResourceExplorerService.Service, "Search"), facts =>
            [new AccessNeed("resource-explorer-2:Search", facts.Input("ViewArn") ?? ResourceExplorerService.ViewArn(facts.Environment.ManagementAccountId))]);
        Same("logs", "arn:aws:logs:{region}:{account}:log-group:{logGroupName}:log-stream:{logStreamName}", "CreateLogStream", "PutLogEvents");
        Same("sts", "{RoleArn}", "AssumeRole");
        Rules.Add(("sts", "GetCallerIdentity"), _ => []);
        Rules.Add(("lambda", "Invoke"), Invoke);
        Rules.Add(("ses", "SendEmail"), SendEmail);
        foreach (var (operation, rule) in AlertNeeds.Rules)
            Rules.Add(operation, rule);
        foreach (var (key, rule) in OptimizationNeeds.Rules)
            Rules.Add(key, rule);
        foreach (var (operation, rule) in S3Needs.Rules)
            Rules.Add(("s3", operation), rule);
    }

    /// <returns>Null when it is not known.</returns>
    public static IReadOnlyList<AccessNeed>? Find(CallFacts facts) =>
        Rules.TryGetValue((facts.Invocation.Service, facts.Invocation.Operation), out var rule) ? [.. rule(facts)] : null;

    /// <summary>Operations whose action has their name.</summary>
    private static void Same(string service, string resource, params string[] operations)
    {
        foreach (var operation in operations)
            One(service, $"{service}:{operation}", resource, operation);
    }

    private static void One(string service, string action, string resource, params string[] operations)
    {
        foreach (var operation in operations)
            Rules.Add((service, operation), facts => [new AccessNeed(action, facts.Fill(resource))]);
    }

    private static IEnumerable<AccessNeed> Invoke(CallFacts facts)
    {
        var qualifier = facts.Input("Qualifier");
        var arn = FunctionStore.Arn(facts.Context, FunctionStore.Name(facts.Context, facts.Input("FunctionName") ?? "", qualifier));
        return [new AccessNeed("lambda:InvokeFunction", qualifier is null ? arn : $"{arn}:{qualifier}")];
    }

    /// <summary>The identity that SES would send with: the address when it is one, else its domain.</summary>
    private static IEnumerable<AccessNeed> SendEmail(CallFacts facts)
    {
        var from = EmailAddress.TryParse(facts.Input("FromEmailAddress") ?? "", out var parsed) ? parsed.Address : facts.Input("FromEmailAddress") ?? "";
        var identities = IdentityOperations.Collection(facts.Context.AccountId);
        var identity = facts.Environment.Store.Get(identities, from) is null && from.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? from[(at + 1)..] : from;
        var set = facts.Input("ConfigurationSetName") ?? facts.Environment.Store.Get(identities, identity)?["ConfigurationSetName"]?.GetValue<string>();
        yield return new AccessNeed("ses:SendEmail", facts.Fill($"arn:aws:ses:{{region}}:{{account}}:identity/{identity}"), ("ses:FromAddress", from));
        if (set is not null)
            yield return new AccessNeed("ses:SendEmail", facts.Fill($"arn:aws:ses:{{region}}:{{account}}:configuration-set/{set}"), ("ses:FromAddress", from));
    }
}
