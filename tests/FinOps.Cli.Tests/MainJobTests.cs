using System.Globalization;
using System.Text.Json;


namespace FinOps.Cli.Tests;

/// <summary>The main job as a user does it: up, up again, the AWS CLI against what is there, destroy.</summary>
public sealed class MainJobTests
{
    private static readonly HashSet<string> Reports =
        ["cost-analyzer", "historical-cost-analyzer", "tag-inventory", "compliance-checker", "optimization-insights", "nonprod-scheduler", "digest", "index"];

    [Fact]
    public async Task Up_OnTheEmbeddedDefault_DeploysReportsAndThenChangesNothing()
    {
        using var finops = new FinOpsProcess();

        var first = await finops.RunAsync("up");
        Assert.True(first.ExitCode == 0, first.Error + first.Output);
        Assert.Contains("finops:budgets:BudgetTree", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 mandatory", first.Output, StringComparison.Ordinal);
        Assert.Contains("Allocated", first.Output, StringComparison.Ordinal);
        Assert.Contains("3 requests, 0.03 USD", first.Output, StringComparison.Ordinal);
        var page = Path.Combine(finops.Data, "reports", "cost-report.html");
        Assert.Contains("<h1", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(finops.Data, "aws", "outbox"), "*.eml"));

        Assert.Contains("aws:costexplorer/costAllocationTag:CostAllocationTag", await StateAsync(finops), StringComparison.Ordinal);

        var second = await finops.RunAsync("up", "--no-report");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("No changes", second.Output, StringComparison.Ordinal);

        await CompareWithAwsCliAsync(finops);
        await InvokeEachFunctionAsync(finops);

        var destroyed = await finops.RunAsync("destroy");
        Assert.True(destroyed.ExitCode == 0, destroyed.Error + destroyed.Output);
        var state = await StateAsync(finops);
        Assert.DoesNotContain("aws:budgets/budget:Budget", state, StringComparison.Ordinal);
        Assert.DoesNotContain("aws:costexplorer/costAllocationTag:CostAllocationTag", state, StringComparison.Ordinal);
        await ExpectTagsStillActiveAsync(finops);
    }

    /// <summary>Deactivating a tag would take it out of every later bill: the state forgets it, AWS keeps it.</summary>
    private static async Task ExpectTagsStillActiveAsync(FinOpsProcess finops)
    {
        var look = await finops.RunAsync("run", "tag-activator", "--dry-run", "--json");
        Assert.True(look.ExitCode == 0, look.Error + look.Output);
        using var activation = JsonDocument.Parse(look.Output);
        Assert.Equal(["CostCenter", "Environment", "Project", "Team"], activation.RootElement.GetProperty("alreadyActive").EnumerateArray().Select(key => key.GetString()));
    }

    private static Task<string> StateAsync(FinOpsProcess finops) => File.ReadAllTextAsync(Path.Combine(finops.Data, "state", "finops", "dev.json"));

    [Fact]
    public async Task Up_KilledInTheMiddle_CompletesOnTheNextRunWithNothingDoubled()
    {
        using var finops = new FinOpsProcess();
        using (var killed = finops.Start("up", "--no-report"))
        {
            // Some resources are finished, others are on their way.
            while (await killed.StandardError.ReadLineAsync() is { } line && !line.Contains("account-", StringComparison.Ordinal))
            {
            }

            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var resumed = await finops.RunAsync("up", "--no-report");

        Assert.True(resumed.ExitCode == 0, resumed.Error + resumed.Output);
        var third = await finops.RunAsync("up", "--no-report");
        Assert.Contains("No changes", third.Output, StringComparison.Ordinal);
        await using var local = await LocalProcess.StartAsync(finops);
        var budgets = await local.AwsAsync("budgets", "describe-budgets", "--account-id", local.AccountId);
        var names = budgets.RootElement.GetProperty("Budgets").EnumerateArray().Select(budget => budget.GetProperty("BudgetName").GetString()).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
        Assert.Contains("finops-organization", names);
    }

    private static async Task CompareWithAwsCliAsync(FinOpsProcess finops)
    {
        if (!AwsCli.IsPresent)
        {
            return;
        }

        await using var local = await LocalProcess.StartAsync(finops);
        var budgets = await local.AwsAsync("budgets", "describe-budgets", "--account-id", local.AccountId);
        Assert.Contains(budgets.RootElement.GetProperty("Budgets").EnumerateArray(), budget => budget.GetProperty("BudgetName").GetString() == "finops-organization");

        using var reader = new FinOpsProcess();
        var report = await reader.With("AWS_ENDPOINT_URL", local.Variables["AWS_ENDPOINT_URL"])
            .With("AWS_ACCESS_KEY_ID", local.Variables["AWS_ACCESS_KEY_ID"])
            .With("AWS_SECRET_ACCESS_KEY", local.Variables["AWS_SECRET_ACCESS_KEY"])
            .RunAsync("report", "cost", "--format", "json");
        Assert.True(report.ExitCode == 0, report.Error);
        using var json = JsonDocument.Parse(report.Output);
        var period = json.RootElement.GetProperty("analysis").GetProperty("periods").GetProperty("current");
        var costs = await local.AwsAsync(
            "ce", "get-cost-and-usage", "--granularity", "MONTHLY", "--metrics", "UnblendedCost",
            "--time-period", $"Start={period.GetProperty("start").GetString()},End={period.GetProperty("end").GetString()}");
        var total = costs.RootElement.GetProperty("ResultsByTime").EnumerateArray()
            .Sum(result => decimal.Parse(result.GetProperty("Total").GetProperty("UnblendedCost").GetProperty("Amount").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(Math.Round(total, 2), Math.Round(json.RootElement.GetProperty("analysis").GetProperty("billTotal").GetDecimal(), 2));
    }

    private static async Task InvokeEachFunctionAsync(FinOpsProcess finops)
    {
        if (!AwsCli.IsPresent)
        {
            return;
        }

        await using var local = await LocalProcess.StartAsync(finops);
        var run = new DeployedFunctionsRun(finops, local);
        var functions = await run.InvokeAllAsync();
        Assert.Equal(9, functions.Count);
        if (Browser.IsPresent)
        {
            Assert.Superset(Reports, (await run.OpenPagesAsync()).ToHashSet());
        }
    }
}
