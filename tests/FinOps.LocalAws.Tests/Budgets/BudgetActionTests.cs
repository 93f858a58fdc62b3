using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Budgets;

public sealed class BudgetActionTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Scp = """{"ScpActionDefinition":{"PolicyId":"p-examplescp01","TargetIds":["ou-ab12-prod0000","222222222222"]}}""";
    private const string Iam = """{"IamActionDefinition":{"PolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess","Roles":["builders"]}}""";
    private const string Ssm = """{"SsmActionDefinition":{"ActionSubType":"STOP_EC2_INSTANCES","Region":"us-east-1","InstanceIds":["i-0123456789abcdef0"]}}""";

    [SkippableFact]
    public async Task DescribeBudgetActions_FromTheAwsCli_ShowsWhatWasCreated()
    {
        await CreateBudgetAsync("cli-actions");
        await CallAsync("CreateBudgetAction", Action("cli-actions", "APPLY_SCP_POLICY", Scp));

        var listed = (await AwsCli.RunAsync(endpoint.Server, "budgets", "describe-budget-actions-for-budget", "--account-id", endpoint.Account, "--budget-name", "cli-actions")).Json["Actions"]!.AsArray();

        var action = Assert.Single(listed)!;
        Assert.Equal("PENDING", (string?)action["Status"]);
        Assert.Equal("p-examplescp01", (string?)action["Definition"]!["ScpActionDefinition"]!["PolicyId"]);
    }

    [Theory]
    [InlineData("APPLY_SCP_POLICY", Scp)]
    [InlineData("APPLY_IAM_POLICY", Iam)]
    [InlineData("RUN_SSM_DOCUMENTS", Ssm)]
    public async Task BudgetAction_OfEveryType_CanBeChangedAndDeleted(string type, string definition)
    {
        var budget = $"life of {type}";
        await CreateBudgetAsync(budget);
        var id = (string)(await CallAsync("CreateBudgetAction", Action(budget, type, definition)))["ActionId"]!;

        var changed = await CallAsync("UpdateBudgetAction", new JsonObject { ["BudgetName"] = budget, ["ActionId"] = id, ["ApprovalModel"] = "AUTOMATIC" });
        var found = await CallAsync("DescribeBudgetAction", new JsonObject { ["BudgetName"] = budget, ["ActionId"] = id });
        await CallAsync("DeleteBudgetAction", new JsonObject { ["BudgetName"] = budget, ["ActionId"] = id });
        var gone = await RefusedAsync("DescribeBudgetAction", new JsonObject { ["BudgetName"] = budget, ["ActionId"] = id });

        Assert.Equal("MANUAL", (string?)changed["OldAction"]!["ApprovalModel"]);
        Assert.Equal("AUTOMATIC", (string?)found["Action"]!["ApprovalModel"]);
        Assert.Equal(type, (string?)found["Action"]!["ActionType"]);
        Assert.Equal("NotFoundException", gone.Code);
    }

    [Fact]
    public async Task ExecuteBudgetAction_ThatWaitsForApproval_SucceedsOnceAndCanBeTakenBack()
    {
        await CreateBudgetAsync("approved");
        var id = (string)(await CallAsync("CreateBudgetAction", Action("approved", "APPLY_SCP_POLICY", Scp)))["ActionId"]!;

        await ExecuteAsync("APPROVE");
        var approved = await StatusAsync();
        var again = await Assert.ThrowsAsync<RefusedException>(() => ExecuteAsync("APPROVE"));
        await ExecuteAsync("REVERSE");
        var reversed = await StatusAsync();

        Assert.Equal("EXECUTION_SUCCESS", approved);
        Assert.Equal("ResourceLockedException", again.Code);
        Assert.Equal("REVERSE_SUCCESS", reversed);

        Task<JsonObject> ExecuteAsync(string what) => CallAsync("ExecuteBudgetAction", new JsonObject { ["BudgetName"] = "approved", ["ActionId"] = id, ["ExecutionType"] = $"{what}_BUDGET_ACTION" });

        async Task<string?> StatusAsync() => (string?)(await CallAsync("DescribeBudgetAction", new JsonObject { ["BudgetName"] = "approved", ["ActionId"] = id }))["Action"]!["Status"];
    }

    [Fact]
    public async Task DescribeBudgetAction_BeforeItsThreshold_IsOnStandby()
    {
        await CreateBudgetAsync("far");
        var action = Action("far", "APPLY_SCP_POLICY", Scp);
        action["ActionThreshold"] = new JsonObject { ["ActionThresholdType"] = "ABSOLUTE_VALUE", ["ActionThresholdValue"] = 1_000_000_000 };
        var id = (string)(await CallAsync("CreateBudgetAction", action))["ActionId"]!;

        var found = await CallAsync("DescribeBudgetAction", new JsonObject { ["BudgetName"] = "far", ["ActionId"] = id });

        Assert.Equal("STANDBY", (string?)found["Action"]!["Status"]);
        Assert.Equal("ResourceLockedException", (await RefusedAsync("ExecuteBudgetAction", new JsonObject { ["BudgetName"] = "far", ["ActionId"] = id, ["ExecutionType"] = "APPROVE_BUDGET_ACTION" })).Code);
    }

    [Theory]
    [InlineData("APPLY_SCP_POLICY", Iam)]
    [InlineData("APPLY_SCP_POLICY", """{"ScpActionDefinition":{"PolicyId":"nothing","TargetIds":["222222222222"]}}""")]
    [InlineData("APPLY_IAM_POLICY", """{"IamActionDefinition":{"PolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}}""")]
    [InlineData("RUN_SSM_DOCUMENTS", """{"SsmActionDefinition":{"ActionSubType":"START","Region":"us-east-1","InstanceIds":["i-1"]}}""")]
    public async Task CreateBudgetAction_AgainstTheRules_IsRefused(string type, string definition)
    {
        var budget = $"refused {definition.Length}";
        await CreateBudgetAsync(budget);

        Assert.Equal("InvalidParameterException", (await RefusedAsync("CreateBudgetAction", Action(budget, type, definition))).Code);
    }

    [Theory]
    [InlineData("""{"BudgetType":"COST","TimeUnit":"MONTHLY","AutoAdjustData":{"AutoAdjustType":"HISTORICAL","HistoricalOptions":{"BudgetAdjustmentPeriod":6}}}""")]
    [InlineData("""{"BudgetType":"COST","TimeUnit":"MONTHLY","AutoAdjustData":{"AutoAdjustType":"FORECAST"}}""")]
    [InlineData("""{"BudgetType":"COST","TimeUnit":"QUARTERLY","PlannedBudgetLimits":{"1767225600":{"Amount":"10","Unit":"USD"}}}""")]
    [InlineData("""{"BudgetType":"COST","TimeUnit":"DAILY","BudgetLimit":{"Amount":"10","Unit":"USD"}}""")]
    [InlineData("""{"BudgetType":"RI_UTILIZATION","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":"100","Unit":"PERCENTAGE"},"CostFilters":{"Service":["Amazon Relational Database Service"]}}""")]
    [InlineData("""{"BudgetType":"RI_COVERAGE","TimeUnit":"QUARTERLY","BudgetLimit":{"Amount":"100","Unit":"PERCENTAGE"},"CostFilters":{"Service":["Amazon Redshift"]}}""")]
    [InlineData("""{"BudgetType":"SAVINGS_PLANS_UTILIZATION","TimeUnit":"DAILY","BudgetLimit":{"Amount":"100","Unit":"PERCENTAGE"}}""")]
    [InlineData("""{"BudgetType":"SAVINGS_PLANS_COVERAGE","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":"100","Unit":"PERCENTAGE"}}""")]
    public async Task CreateBudget_OfEveryTypeAndLimit_IsReadBack(string json)
    {
        var budget = JsonNode.Parse(json)!.AsObject();
        var name = $"every {budget["BudgetType"]} {budget["TimeUnit"]} {budget["AutoAdjustData"]?["AutoAdjustType"]}";
        budget["BudgetName"] = name;
        await CallAsync("CreateBudget", new JsonObject { ["Budget"] = budget.DeepClone() });

        var read = (await CallAsync("DescribeBudget", new JsonObject { ["BudgetName"] = name }))["Budget"]!.AsObject();

        Assert.All(budget, member => Assert.True(JsonNode.DeepEquals(member.Value, read[member.Key]), $"{member.Key}: {read[member.Key]}"));
    }

    private static JsonObject Action(string budget, string type, string definition) => new()
    {
        ["BudgetName"] = budget,
        ["ActionType"] = type,
        ["NotificationType"] = "ACTUAL",
        ["ApprovalModel"] = "MANUAL",
        ["ActionThreshold"] = new JsonObject { ["ActionThresholdType"] = "PERCENTAGE", ["ActionThresholdValue"] = 100 },
        ["ExecutionRoleArn"] = "arn:aws:iam::111122223333:role/finops-budget-actions",
        ["Definition"] = JsonNode.Parse(definition),
        ["Subscribers"] = new JsonArray(new JsonObject { ["SubscriptionType"] = "EMAIL", ["Address"] = "finops@example.com" }),
    };

    private Task<JsonObject> CreateBudgetAsync(string name) => CallAsync("CreateBudget", new JsonObject
    {
        ["Budget"] = new JsonObject { ["BudgetName"] = name, ["BudgetType"] = "COST", ["TimeUnit"] = "MONTHLY", ["BudgetLimit"] = new JsonObject { ["Amount"] = "1", ["Unit"] = "USD" } },
    });

    private Task<JsonObject> CallAsync(string operation, JsonObject input)
    {
        input["AccountId"] = endpoint.Account;
        return endpoint.Calls.JsonAsync("budgets", $"AWSBudgetServiceGateway.{operation}", input);
    }

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) =>
        Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
