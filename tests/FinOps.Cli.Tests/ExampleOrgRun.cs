using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.Cli.Tests;

/// <summary>
/// The stack with everything on, once through its life: up, refresh, up again, read and edited with the AWS CLI, refresh, up, destroy.
/// Each step takes seconds, so they are taken once and the tests look at what they left.
/// </summary>
public sealed class ExampleOrgRun : IAsyncLifetime, IDisposable
{
    private readonly FinOpsProcess _finops = new();

    internal JsonElement Up { get; private set; }

    internal string UpText { get; private set; } = "";

    internal JsonElement RefreshAfterUp { get; private set; }

    internal string UpAgainText { get; private set; } = "";

    /// <summary>What the AWS CLI read, by the words of the command; null on a machine without it.</summary>
    internal IReadOnlyDictionary<string, JsonElement>? Read { get; private set; }

    internal JsonElement RefreshAfterEdit { get; private set; }

    internal string RefreshText { get; private set; } = "";

    internal string RestoredText { get; private set; } = "";

    internal JsonElement Destroy { get; private set; }

    internal string DestroyText { get; private set; } = "";

    /// <summary>What the state still has at the end: type and whether it is protected.</summary>
    internal IReadOnlyList<(string Type, bool Protected)> Left { get; private set; } = [];

    public async Task InitializeAsync()
    {
        (UpText, Up) = await RunAsync("up", "--no-report");
        (_, RefreshAfterUp) = await RunAsync("refresh");
        (UpAgainText, _) = await RunAsync("up", "--no-report");
        if (AwsCli.IsPresent)
        {
            await using (var local = await LocalProcess.StartAsync(_finops))
            {
                Read = await ReadAsync(local);
                await EditAsync(local, Read["budgets describe-budgets"]);
            }

            (RefreshText, RefreshAfterEdit) = await RunAsync("refresh");
            (RestoredText, _) = await RunAsync("up", "--no-report");
        }

        (DestroyText, Destroy) = await RunAsync("destroy");
        var state = await JsonAsync(Path.Combine(_finops.Data, "state", "finops", "example-org.json"));
        Left = [.. state.GetProperty("deployment").GetProperty("resources").EnumerateArray()
            .Where(resource => resource.TryGetProperty("custom", out var custom) && custom.GetBoolean())
            .Select(resource => (resource.GetProperty("type").GetString()!, resource.TryGetProperty("protect", out var protect) && protect.GetBoolean()))];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _finops.Dispose();

    /// <summary>The inputs of every resource of a type, by its logical name.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Declared(string type) => Up.GetProperty("steps").EnumerateArray()
        .Select(step => step.GetProperty("newState"))
        .Where(state => state.GetProperty("type").GetString() == type)
        .ToDictionary(state => state.GetProperty("urn").GetString()!.Split("::")[3], state => state.GetProperty("inputs"));

    private static async Task<Dictionary<string, JsonElement>> ReadAsync(LocalProcess local)
    {
        var answers = new Dictionary<string, JsonElement>();
        foreach (var command in (string[])
        [
            $"budgets describe-budgets --account-id {local.AccountId}",
            "organizations list-policies --filter TAG_POLICY",
            "organizations list-policies --filter SERVICE_CONTROL_POLICY",
            "ce list-cost-category-definitions",
            "ce get-anomaly-monitors",
            "lambda list-functions",
            "scheduler list-schedules",
        ])
        {
            answers[string.Join(' ', command.Split(' ').Where(word => word != local.AccountId && word != "--account-id"))] = await AwsAsync(local, command);
        }

        // One of each kind in full.
        var policy = answers["organizations list-policies --filter TAG_POLICY"].GetProperty("Policies")[0].GetProperty("Id").GetString();
        answers["policy"] = await AwsAsync(local, $"organizations describe-policy --policy-id {policy}");
        var category = answers["ce list-cost-category-definitions"].GetProperty("CostCategoryReferences")[0].GetProperty("CostCategoryArn").GetString();
        answers["category"] = await AwsAsync(local, $"ce describe-cost-category-definition --cost-category-arn {category}");
        var schedule = answers["scheduler list-schedules"].GetProperty("Schedules")[0];
        answers["schedule"] = await AwsAsync(local, $"scheduler get-schedule --name {schedule.GetProperty("Name").GetString()} --group-name {schedule.GetProperty("GroupName").GetString()}");
        return answers;
    }

    private static async Task<JsonElement> AwsAsync(LocalProcess local, string command)
    {
        using var answer = await local.AwsAsync(command.Split(' '));
        return answer.RootElement.Clone();
    }

    /// <summary>As somebody does who raises a limit by hand: read, change one number, write.</summary>
    private async Task EditAsync(LocalProcess local, JsonElement budgets)
    {
        var budget = (JsonObject)JsonNode.Parse(budgets.GetProperty("Budgets").EnumerateArray().Single(each => each.GetProperty("BudgetName").GetString() == "finops-organization").GetRawText())!;
        foreach (var computed in (string[])["CalculatedSpend", "LastUpdatedTime", "HealthStatus"])
        {
            budget.Remove(computed);
        }

        budget["BudgetLimit"]!["Amount"] = "333000";
        var file = Path.Combine(_finops.Data, "budget.json");
        await File.WriteAllTextAsync(file, budget.ToJsonString());
        await local.SendAsync("budgets", "update-budget", "--account-id", local.AccountId, "--new-budget", $"file://{file}");
    }

    private async Task<(string Text, JsonElement Json)> RunAsync(params string[] command)
    {
        var file = Path.Combine(_finops.Data, "result.json");
        var (code, output, error) = await _finops.RunAsync([.. command, "--stack", "example-org", "--json", file]);
        Assert.True(code == 0, string.Join(' ', command) + error + output);
        return (output, await JsonAsync(file));
    }

    private static async Task<JsonElement> JsonAsync(string file)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return json.RootElement.Clone();
    }
}
