// Long because every type has its drift here, and each is a document before and an API call after.
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using static FinOps.LocalEngine.Tests.Providers.Aws.Drift;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Budgets, anomaly detection, categories, exports, catalog and queries: an edit past the program shows as exactly that edit.</summary>
public sealed class CostDriftTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Rich = """
        {
          "name": "drift-NAME", "budgetType": "COST", "timeUnit": "MONTHLY", "limitAmount": "100", "limitUnit": "USD",
          "costFilters": [{"name": "LinkedAccount", "values": ["222222222222", "111111111111"]}, {"name": "Region", "values": ["eu-west-1"]}],
          "costTypes": {"includeCredit": false},
          "notifications": [
            {"notificationType": "ACTUAL", "comparisonOperator": "GREATER_THAN", "threshold": 100, "thresholdType": "PERCENTAGE", "subscriberEmailAddresses": ["b@example.com", "a@example.com"]},
            {"notificationType": "FORECASTED", "comparisonOperator": "GREATER_THAN", "threshold": 80, "thresholdType": "PERCENTAGE", "subscriberSnsTopicArns": ["arn:aws:sns:us-east-1:111111111111:t"]}
          ],
          "tags": {"Team": "a"}
        }
        """;

    private const string Live = """
        "BudgetType": "COST", "TimeUnit": "MONTHLY", "CostFilters": {"Region": ["eu-west-1"], "LinkedAccount": ["111111111111", "222222222222"]},
        "CostTypes": {"IncludeCredit": false}
        """;

    [Theory]
    [InlineData("limit", """ "BudgetLimit": {"Amount": "150.0", "Unit": "USD"} """, "limitAmount: \"100\" → \"150.0\"")]
    [InlineData("same-limit-and-support", """ "BudgetLimit": {"Amount": "100.0", "Unit": "USD"}, "CostTypes": {"IncludeCredit": false, "IncludeSupport": false} """, "costTypes.includeSupport: nothing → false")]
    [InlineData("end", """ "BudgetLimit": {"Amount": "100", "Unit": "USD"}, "TimePeriod": {"Start": 1577836800, "End": 1924992000} """, "timePeriodEnd: nothing → \"2031-01-01_00:00\"")]
    [InlineData("filter", """ "BudgetLimit": {"Amount": "100", "Unit": "USD"}, "CostFilters": {"Region": ["eu-west-1"], "LinkedAccount": ["111111111111"]} """, "costFilters[0].values[0]: \"222222222222\" → \"111111111111\"", "costFilters[0].values[1]: \"111111111111\" → nothing")]
    [InlineData(
        "planned", """ "PlannedBudgetLimits": {"1767225600": {"Amount": "10", "Unit": "USD"}} """,
        "limitAmount: \"100\" → nothing", "limitUnit: \"USD\" → nothing", "plannedLimits: nothing → [{\"amount\":\"10\",\"startTime\":\"2026-01-01_00:00\",\"unit\":\"USD\"}]")]
    public async Task Budget_Edited_ShowsTheEdit(string name, string edit, params string[] drift) =>
        await Driver("aws:budgets/budget:Budget").ExpectAsync(Rich.Replace("NAME", name, StringComparison.Ordinal), _ =>
        {
            var budget = Json($$"""{"BudgetName": "drift-{{name}}", {{Live}} }""");
            foreach (var (member, value) in Json($"{{{edit}}}"))
                budget[member] = value?.DeepClone();
            return CallAsync(AwsApi.Budgets, "UpdateBudget", $$"""{"AccountId": "{{aws.AccountId}}", "NewBudget": {{budget.ToJsonString()}} }""");
        }, drift);

    [Fact]
    public async Task Budget_NotificationSubscriberAndTagEdited_ShowsThem()
    {
        await Driver("aws:budgets/budget:Budget").ExpectAsync(Rich.Replace("NAME", "told", StringComparison.Ordinal), async _ =>
        {
            await BudgetAsync("UpdateNotification", """
                "OldNotification": {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 100, "ThresholdType": "PERCENTAGE"},
                "NewNotification": {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 90, "ThresholdType": "PERCENTAGE"}
                """);
            await BudgetAsync("CreateSubscriber", """
                "Notification": {"NotificationType": "FORECASTED", "ComparisonOperator": "GREATER_THAN", "Threshold": 80, "ThresholdType": "PERCENTAGE"},
                "Subscriber": {"SubscriptionType": "EMAIL", "Address": "c@example.com"}
                """);
            await CallAsync(AwsApi.Budgets, "TagResource", $$"""{"ResourceARN": "arn:aws:budgets::{{aws.AccountId}}:budget/drift-told", "ResourceTags": [{"Key": "Team", "Value": "b"}, {"Key": "aws:createdBy", "Value": "x"}]}""".Replace(""", {"Key": "aws:createdBy", "Value": "x"}""", "", StringComparison.Ordinal));
        },
        "notifications[0].threshold: 100 → 90",
        "notifications[1].subscriberEmailAddresses: nothing → [\"c@example.com\"]",
        "tags.Team: \"a\" → \"b\"",
        "tagsAll.Team: \"a\" → \"b\"");

        Task<JsonObject> BudgetAsync(string operation, string members) =>
            CallAsync(AwsApi.Budgets, operation, $$"""{"AccountId": "{{aws.AccountId}}", "BudgetName": "drift-told", {{members}} }""");
    }

    [Fact]
    public async Task BudgetAction_Edited_ShowsTheEdit()
    {
        var budget = Driver("aws:budgets/budget:Budget");
        await budget.CreateAsync(("name", "drift-acted"), ("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", "10"), ("limitUnit", "USD"));
        const string Trust = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"budgets.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}""";
        var role = Driver("aws:iam/role:Role");
        await role.CreateAsync(("name", "drift-acts"), ("assumeRolePolicy", Trust.Replace("\\\"", "\"", StringComparison.Ordinal)));

        await Driver("aws:budgets/budgetAction:BudgetAction").ExpectAsync($$"""
            {
              "budgetName": "drift-acted", "actionType": "APPLY_IAM_POLICY", "approvalModel": "MANUAL", "notificationType": "ACTUAL",
              "executionRoleArn": "arn:aws:iam::{{aws.AccountId}}:role/drift-acts", "actionThreshold": {"actionThresholdType": "PERCENTAGE", "actionThresholdValue": 100},
              "definition": {"iamActionDefinition": {"policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "roles": ["b", "a"]} },
              "subscribers": [{"subscriptionType": "EMAIL", "address": "a@example.com"}]
            }
            """,
            id => CallAsync(AwsApi.Budgets, "UpdateBudgetAction", $$"""
                {"AccountId": "{{aws.AccountId}}", "BudgetName": "drift-acted", "ActionId": "{{id.Split(':')[1]}}", "ActionThreshold": {"ActionThresholdType": "PERCENTAGE", "ActionThresholdValue": 120}, "ApprovalModel": "AUTOMATIC"}
                """),
            "actionThreshold.actionThresholdValue: 100 → 120",
            "approvalModel: \"MANUAL\" → \"AUTOMATIC\"");
    }

    [Fact]
    public async Task AnomalyMonitorAndSubscription_Edited_ShowTheEdit()
    {
        var monitor = Driver("aws:costexplorer/anomalyMonitor:AnomalyMonitor");
        await monitor.ExpectAsync(
            """{"name": "drift-monitor", "monitorType": "CUSTOM", "monitorSpecification": "{\"Dimensions\":null,\"Tags\":{\"Values\":[\"b\",\"a\"],\"Key\":\"Team\"}}"}""",
            id => CallAsync(AwsApi.CostExplorer, "UpdateAnomalyMonitor", $$"""{"MonitorArn": "{{id}}", "MonitorName": "renamed"}"""),
            "name: \"drift-monitor\" → \"renamed\"");

        await Driver("aws:costexplorer/anomalySubscription:AnomalySubscription").ExpectAsync($$"""
            {
              "name": "drift-subscription", "frequency": "DAILY", "monitorArnLists": ["{{monitor.Id}}"], "subscribers": [{"type": "EMAIL", "address": "a@example.com"}],
              "thresholdExpression": {"ands": [
                {"dimension": {"key": "ANOMALY_TOTAL_IMPACT_ABSOLUTE", "matchOptions": ["GREATER_THAN_OR_EQUAL"], "values": ["100"]} },
                {"dimension": {"key": "ANOMALY_TOTAL_IMPACT_PERCENTAGE", "matchOptions": ["GREATER_THAN_OR_EQUAL"], "values": ["20"]} }]}
            }
            """,
            id => CallAsync(AwsApi.CostExplorer, "UpdateAnomalySubscription", $$"""
                {"SubscriptionArn": "{{id}}", "Subscribers": [{"Type": "EMAIL", "Address": "b@example.com"}], "Frequency": "WEEKLY"}
                """),
            "frequency: \"DAILY\" → \"WEEKLY\"",
            "subscribers[0].address: \"a@example.com\" → \"b@example.com\"");
    }

    [Fact]
    public async Task CostCategory_RuleAndSplitEdited_ShowTheEdit() => await Driver("aws:costexplorer/costCategory:CostCategory").ExpectAsync("""
        {
          "name": "drift-category", "ruleVersion": "CostCategoryExpression.v1", "defaultValue": "nobody",
          "rules": [
            {"value": "a", "rule": {"dimension": {"key": "LINKED_ACCOUNT", "matchOptions": ["EQUALS"], "values": ["222222222222", "111111111111"]} } },
            {"type": "INHERITED_VALUE", "inheritedValue": {"dimensionName": "TAG", "dimensionKey": "Team"} }],
          "splitChargeRules": [{"source": "a", "targets": ["c", "b"], "method": "EVEN"}]
        }
        """,
        id => CallAsync(AwsApi.CostExplorer, "UpdateCostCategoryDefinition", $$"""
            {
              "CostCategoryArn": "{{id}}", "RuleVersion": "CostCategoryExpression.v1", "DefaultValue": "nobody",
              "Rules": [
                {"Type": "REGULAR", "Value": "z", "Rule": {"Dimensions": {"Key": "LINKED_ACCOUNT", "MatchOptions": ["EQUALS"], "Values": ["111111111111", "222222222222"]} } },
                {"Type": "INHERITED_VALUE", "InheritedValue": {"DimensionName": "TAG", "DimensionKey": "Team"} }],
              "SplitChargeRules": [{"Source": "z", "Targets": ["b", "c"], "Method": "PROPORTIONAL"}]
            }
            """),
        "rules[0].value: \"a\" → \"z\"",
        "splitChargeRules[0].method: \"EVEN\" → \"PROPORTIONAL\"",
        "splitChargeRules[0].source: \"a\" → \"z\"");

    [Fact]
    public async Task CostAllocationTag_Deactivated_ShowsIt() => await Driver("aws:costexplorer/costAllocationTag:CostAllocationTag").ExpectAsync(
        """{"tagKey": "Team", "status": "Active"}""",
        _ => CallAsync(AwsApi.CostExplorer, "UpdateCostAllocationTagsStatus", """{"CostAllocationTagsStatus": [{"TagKey": "Team", "Status": "Inactive"}]}"""),
        "status: \"Active\" → \"Inactive\"");

    [Fact]
    public async Task Enrollments_Changed_ShowIt()
    {
        await Driver("aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus").CreateAsync();
        await Driver("aws:costoptimizationhub/preferences:Preferences").ExpectAsync(
            """{"savingsEstimationMode": "AfterDiscounts"}""",
            _ => CallAsync(AwsApi.CostOptimizationHub, "UpdatePreferences", """{"savingsEstimationMode": "BeforeDiscounts", "memberAccountDiscountVisibility": "None"}"""),
            "memberAccountDiscountVisibility: \"All\" → \"None\"",
            "savingsEstimationMode: \"AfterDiscounts\" → \"BeforeDiscounts\"");
    }

    [Fact]
    public async Task Export_Edited_ShowsTheEdit()
    {
        await Driver("aws:s3/bucket:Bucket").CreateAsync(("bucket", "drift-exports"));
        await Driver("aws:s3/bucketPolicy:BucketPolicy").CreateAsync(
            ("bucket", "drift-exports"),
            ("policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"bcm-data-exports.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::drift-exports/*"}]}"""));
        const string S3 = """ "S3Bucket": "drift-exports", "S3Prefix": "PREFIX", "S3Region": "us-east-1", "S3OutputConfigurations": {"OutputType": "CUSTOM", "Format": "PARQUET", "Compression": "PARQUET", "Overwrite": "OVERWRITE_REPORT"} """;
        await Driver("aws:bcmdata/export:Export").ExpectAsync("""
            {"export": {
              "name": "drift-export", "description": "costs", "refreshCadences": [{"frequency": "SYNCHRONOUS"}],
              "dataQueries": [{"queryStatement": "SELECT BilledCost FROM FOCUS_1_2_AWS", "tableConfigurations": {"FOCUS_1_2_AWS": {"TIME_GRANULARITY": "DAILY"} } }],
              "destinationConfigurations": [{"s3Destinations": [{"s3Bucket": "drift-exports", "s3Prefix": "exports", "s3Region": "us-east-1",
                "s3OutputConfigurations": [{"outputType": "CUSTOM", "format": "PARQUET", "compression": "PARQUET", "overwrite": "OVERWRITE_REPORT"}]}]}]} }
            """,
            id => CallAsync(AwsApi.DataExports, "UpdateExport", $$"""
                {"ExportArn": "{{id}}", "Export": {
                  "Name": "drift-export", "Description": "costs", "RefreshCadence": {"Frequency": "SYNCHRONOUS"},
                  "DataQuery": {"QueryStatement": "SELECT BilledCost FROM FOCUS_1_2_AWS", "TableConfigurations": {"FOCUS_1_2_AWS": {"TIME_GRANULARITY": "DAILY"} } },
                  "DestinationConfigurations": {"S3Destination": { {{S3.Replace("PREFIX", "elsewhere", StringComparison.Ordinal)}} } } } }
                """),
            "export.destinationConfigurations[0].s3Destinations[0].s3Prefix: \"exports\" → \"elsewhere\"");
    }

    [Fact]
    public async Task CatalogWorkgroupAndQuery_Edited_ShowTheEdit()
    {
        await Driver("aws:glue/catalogDatabase:CatalogDatabase").ExpectAsync(
            """{"name": "drift_costs", "description": "costs", "parameters": {"a.b": "1"}, "tags": {"Team": "a"}}""",
            _ => CallAsync(AwsApi.Glue, "UpdateDatabase", """{"Name": "drift_costs", "DatabaseInput": {"Name": "drift_costs", "Description": "other", "Parameters": {"a.b": "1"} } }"""),
            "description: \"costs\" → \"other\"");
        await Driver("aws:glue/catalogTable:CatalogTable").ExpectAsync("""
            {
              "databaseName": "drift_costs", "name": "focus", "parameters": {"projection.enabled": "true"}, "partitionKeys": [{"name": "billing_period", "type": "string"}],
              "storageDescriptor": {"columns": [{"name": "cost", "type": "double"}, {"name": "tags", "type": "map<string,string>"}], "serDeInfo": {"parameters": {"serialization.format": "1"} } }
            }
            """,
            _ => CallAsync(AwsApi.Glue, "UpdateTable", """
                {"DatabaseName": "drift_costs", "TableInput": {"Name": "focus", "Parameters": {"projection.enabled": "false"}, "PartitionKeys": [{"Name": "billing_period", "Type": "string"}],
                 "StorageDescriptor": {"Columns": [{"Name": "cost", "Type": "decimal(38,9)"}, {"Name": "tags", "Type": "map<string,string>"}], "SerdeInfo": {"Parameters": {"serialization.format": "1"} } } } }
                """),
            "parameters.projection.enabled: \"true\" → \"false\"",
            "storageDescriptor.columns[0].type: \"double\" → \"decimal(38,9)\"");
        await Driver("aws:athena/workgroup:Workgroup").ExpectAsync(
            """{"name": "drift-queries", "configuration": {"bytesScannedCutoffPerQuery": 10000000, "resultConfiguration": {"encryptionConfiguration": {"encryptionOption": "SSE_S3"}, "outputLocation": "s3://drift-exports/results/"} } }""",
            _ => CallAsync(AwsApi.Athena, "UpdateWorkGroup", """{"WorkGroup": "drift-queries", "State": "DISABLED", "ConfigurationUpdates": {"BytesScannedCutoffPerQuery": 20000000} }"""),
            "configuration.bytesScannedCutoffPerQuery: 10000000 → 20000000",
            "state: nothing → \"DISABLED\"");
        await Driver("aws:athena/namedQuery:NamedQuery").ExpectAsync(
            """{"name": "drift-query", "database": "d", "query": "SELECT 1", "description": "one"}""",
            id => CallAsync(AwsApi.Athena, "UpdateNamedQuery", $$"""{"NamedQueryId": "{{id}}", "Name": "drift-query", "QueryString": "SELECT 2", "Description": "one"}"""),
            "query: \"SELECT 1\" → \"SELECT 2\"");
    }

    private ProviderDriver Driver(string type) => new(aws.Provider(), type, "drift");

    private Task<JsonObject> CallAsync(AwsApi api, string operation, string input) => aws.Api.JsonAsync(api, operation, Json(input), default);
}
