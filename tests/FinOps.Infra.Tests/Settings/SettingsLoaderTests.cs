using FinOps.Core.Problems;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Tests.Settings;

public sealed class SettingsLoaderTests
{
    [Fact]
    public void Load_ValidConfig_GivesEverySetting()
    {
        var settings = SettingsLoader.Load(ValidConfig.Create(), "finops", "Pulumi.dev.yaml");

        Assert.Equal(260_000m, settings.Budgets.OrganizationMonthly);
        Assert.Equal([80m, 100m], settings.Budgets.ActualAlerts);
        Assert.Equal("DAILY", settings.Anomalies.Frequency);
        Assert.Equal("cron(0 7 ? * MON *)", settings.Reporting.Schedule);
        Assert.Equal("platform", settings.Tags["Team"]);
    }

    [Fact]
    public void Load_UnknownSection_NamesTheNearest()
    {
        var config = ValidConfig.Create();
        config["finops:budgts"] = "{}";

        var problem = Assert.Single(Problems(config));

        Assert.Equal("finops:budgts", problem.Path);
        Assert.Contains("'budgets'", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralMistakes_ListsAllOfThem()
    {
        var config = ValidConfig.Create();
        config["finops:budgets"] = """{"organizationMonthly":-1,"acountMonthly":9000,"accounts":{"a":"much"},"actualAlerts":[0],"forecastAlerts":[100],"emails":["nobody"]}""";
        config.Remove("finops:anomalies");
        config["finops:reporting"] = "weekly";

        var paths = Problems(config).Select(problem => problem.Path).ToList();

        Assert.Superset(
            new HashSet<string>
            {
                "finops:budgets.organizationMonthly",
                "finops:budgets.accountMonthly",
                "finops:budgets.acountMonthly",
                "finops:budgets.accounts.a",
                "finops:budgets.actualAlerts[0]",
                "finops:budgets.emails[0]",
                "finops:anomalies",
                "finops:reporting",
            },
            paths.ToHashSet());
    }

    [Theory]
    [InlineData("timeZone", "\"Mars/Olympus\"")]
    [InlineData("schedule", "\"every monday\"")]
    [InlineData("memoryMb", "64")]
    [InlineData("timeoutSeconds", "901")]
    [InlineData("logRetentionDays", "31")]
    [InlineData("from", "\"Finance <finops@example.com>\"")]
    public void Load_ReportingValueOutOfBounds_IsRefused(string key, string value)
    {
        var config = ValidConfig.Create();
        var reporting = System.Text.Json.Nodes.JsonNode.Parse(config["finops:reporting"])!;
        reporting[key] = System.Text.Json.Nodes.JsonNode.Parse(value);
        config["finops:reporting"] = reporting.ToJsonString();

        Assert.Equal($"finops:reporting.{key}", Assert.Single(Problems(config)).Path);
    }

    private static IReadOnlyList<Problem> Problems(Dictionary<string, string> config) =>
        Assert.Throws<ProblemException>(() => SettingsLoader.Load(config, "finops", "Pulumi.dev.yaml")).Problems;
}
