using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.Cli.Tests;

/// <summary>The whole stack on the synthetic organization of forty accounts.</summary>
public sealed class ExampleOrgTests(ExampleOrgRun run) : IClassFixture<ExampleOrgRun>
{
    [Fact]
    public void Up_RegistersEveryResourceOfTheSnapshotsAndPassesThePack()
    {
        var folder = Path.Combine(Clone.Root, "tests", "FinOps.Infra.Tests", "Stack", "Snapshots", "example-org");
        var expected = Directory.EnumerateFiles(folder, "*.txt").SelectMany(File.ReadLines).Select(line => line[..line.IndexOf(" {", StringComparison.Ordinal)]).ToHashSet();
        var registered = run.Up.GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("newState"))
            .Select(state => $"{state.GetProperty("type").GetString()} {state.GetProperty("urn").GetString()!.Split("::")[3]}").ToHashSet();

        Assert.NotEmpty(expected);
        Assert.Empty(expected.Except(registered));
        // The snapshots' organization is smaller; types are the same.
        Assert.Equal(Types(expected), Types(registered.Where(resource => !resource.StartsWith("pulumi:", StringComparison.Ordinal))));
        Assert.Contains("0 mandatory", run.UpText, StringComparison.Ordinal);

        static IEnumerable<string> Types(IEnumerable<string> resources) => resources.Select(resource => resource.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void RefreshAfterUp_FindsNoDrift()
    {
        var drifted = run.RefreshAfterUp.GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("op").GetString() is not ("same" or "read")).ToList();
        Assert.True(drifted.Count == 0, string.Join('\n', drifted.Select(step => $"{step.GetProperty("urn")}: {step.GetProperty("drift")}")));
    }

    [Fact]
    public void UpAgain_ChangesNothing() => Assert.Contains("No changes", run.UpAgainText, StringComparison.Ordinal);

    [SkippableFact]
    public void AwsCli_ReadsBudgetsAndSchedulesAsDeclared()
    {
        var budgets = ByName(Read("budgets describe-budgets"), "Budgets", "BudgetName");
        foreach (var declared in run.Declared("aws:budgets/budget:Budget").Values)
        {
            var live = budgets[Text(declared, "name")];
            Assert.Equal(Text(declared, "budgetType"), Text(live, "BudgetType"));
            Assert.Equal(Text(declared, "timeUnit"), Text(live, "TimeUnit"));
            if (declared.TryGetProperty("limitAmount", out var limit))
            {
                Assert.Equal(Number(limit.GetString()!), Number(Text(live.GetProperty("BudgetLimit"), "Amount")));
            }
        }

        var schedules = run.Declared("aws:scheduler/schedule:Schedule").Values.ToDictionary(declared => Text(declared, "name"));
        Assert.Equal(schedules.Keys.Order(), ByName(Read("scheduler list-schedules"), "Schedules", "Name").Keys.Order());
        var schedule = Read("schedule");
        Assert.Equal(Text(schedules[Text(schedule, "Name")], "scheduleExpression"), Text(schedule, "ScheduleExpression"));
        Assert.Equal("Europe/Berlin", Text(schedule, "ScheduleExpressionTimezone"));
    }

    [SkippableFact]
    public void AwsCli_ReadsPoliciesAndFunctionsAsDeclared()
    {
        var declared = run.Declared("aws:organizations/policy:Policy").Values.ToDictionary(policy => Text(policy, "name"));
        var live = ByName(Read("organizations list-policies --filter TAG_POLICY"), "Policies", "Name").Keys
            .Concat(ByName(Read("organizations list-policies --filter SERVICE_CONTROL_POLICY"), "Policies", "Name").Keys).ToList();
        Assert.Empty(declared.Keys.Except(live));
        var policy = Read("policy").GetProperty("Policy");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(Text(declared[Text(policy.GetProperty("PolicySummary"), "Name")], "content")), JsonNode.Parse(Text(policy, "Content"))));

        var functions = ByName(Read("lambda list-functions"), "Functions", "FunctionName");
        foreach (var function in run.Declared("aws:lambda/function:Function").Values)
        {
            var found = functions[Text(function, "name")];
            Assert.Equal(function.GetProperty("memorySize").GetInt32(), found.GetProperty("MemorySize").GetInt32());
            Assert.Equal(function.GetProperty("timeout").GetInt32(), found.GetProperty("Timeout").GetInt32());
            Assert.True(JsonElement.DeepEquals(function.GetProperty("environment").GetProperty("variables"), found.GetProperty("Environment").GetProperty("Variables")));
        }
    }

    [SkippableFact]
    public void AwsCli_ReadsCategoriesAndMonitorsAsDeclared()
    {
        var categories = run.Declared("aws:costexplorer/costCategory:CostCategory").Values.ToDictionary(declared => Text(declared, "name"));
        Assert.Equal(categories.Keys.Order(), ByName(Read("ce list-cost-category-definitions"), "CostCategoryReferences", "Name").Keys.Order());
        var category = Read("category").GetProperty("CostCategory");
        Assert.Equal(
            categories[Text(category, "Name")].GetProperty("rules").EnumerateArray().Where(rule => rule.TryGetProperty("value", out _)).Select(rule => Text(rule, "value")),
            category.GetProperty("Rules").EnumerateArray().Where(rule => rule.TryGetProperty("Value", out _)).Select(rule => Text(rule, "Value")));

        Assert.Equal(
            run.Declared("aws:costexplorer/anomalyMonitor:AnomalyMonitor").Values.Select(declared => (Text(declared, "name"), Text(declared, "monitorType"))).Order(),
            Read("ce get-anomaly-monitors").GetProperty("AnomalyMonitors").EnumerateArray().Select(monitor => (Text(monitor, "MonitorName"), Text(monitor, "MonitorType"))).Order());
    }

    [SkippableFact]
    public void RefreshAfterABudgetWasEditedWithTheAwsCli_ShowsExactlyThat_AndUpPutsItBack()
    {
        Skip.If(run.Read is null, "no AWS CLI on this machine");

        var step = Assert.Single(run.RefreshAfterEdit.GetProperty("steps").EnumerateArray(), step => step.GetProperty("op").GetString() is not ("same" or "read"));
        var change = Assert.Single(step.GetProperty("drift").EnumerateArray());
        Assert.Equal("refresh", Text(step, "op"));
        Assert.EndsWith("::aws:budgets/budget:Budget::organization", Text(step, "urn").Replace("finops:budgets:BudgetTree$", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("limitAmount", Text(change, "path"));
        Assert.Equal(320000m, Number(Text(change, "old").Trim('"')));
        Assert.Equal(333000m, Number(Text(change, "new").Trim('"')));
        Assert.Contains("limitAmount: ", run.RefreshText, StringComparison.Ordinal);
        Assert.Contains("Not compared", run.RefreshText, StringComparison.Ordinal);
        Assert.Contains("1 updated", run.RestoredText, StringComparison.Ordinal);
    }

    [Fact]
    public void Destroy_RemovesAllButProtectedDataAndSaysWhatItKept()
    {
        Assert.All(run.Left, left => Assert.True(left.Protected || left.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal), left.Type));
        Assert.Contains(run.Left, left => left.Type == "aws:s3/bucket:Bucket");
        var kept = run.Destroy.GetProperty("kept").EnumerateArray().ToList();
        Assert.Equal(run.Left.Count(left => left.Protected), kept.Count(each => Text(each, "reason") == "protected"));
        foreach (var each in kept)
        {
            Assert.Contains($"{Text(each, "type")} {Text(each, "id")}", run.DestroyText, StringComparison.Ordinal);
        }
    }

    private JsonElement Read(string command)
    {
        Skip.If(run.Read is null, "no AWS CLI on this machine");
        return run.Read![command];
    }

    private static Dictionary<string, JsonElement> ByName(JsonElement answer, string list, string name) => answer.GetProperty(list).EnumerateArray().ToDictionary(each => Text(each, name));

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
