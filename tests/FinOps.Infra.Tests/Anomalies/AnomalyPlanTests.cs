using FinOps.Infra.Alerts;
using FinOps.Infra.Anomalies;
using FinOps.Infra.Tests.Organization;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Anomalies;

public sealed class AnomalyPlanTests
{
    [Fact]
    public void From_EveryKindOfMonitor_IsWrittenAsAwsReadsIt()
    {
        var (plan, problems) = Plan("""
            emails: [finops@example.com]
            accounts: true
            tags: [Project]
            costCategories: [Team]
            custom:
              network: { accounts: [payments-prod, "444444444444"] }
              shop: { tag: Project, values: [shop] }
              owners: { costCategory: Team, values: [payments] }
            """);

        Assert.Empty(problems);
        Assert.Equal(
            [
                "services SERVICE ",
                "accounts LINKED_ACCOUNT ",
                """tag-project TAG {"Tags":{"Key":"Project"}}""",
                """category-team COST_CATEGORY {"CostCategories":{"Key":"Team"}}""",
                """custom-network  {"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["222222222222","444444444444"]}}""",
                """custom-shop  {"Tags":{"Key":"Project","Values":["shop"]}}""",
                """custom-owners  {"CostCategories":{"Key":"Team","Values":["payments"]}}""",
            ],
            plan.Monitors.Select(monitor => $"{monitor.Id} {monitor.Dimension} {monitor.Specification}"));
    }

    [Fact]
    public void From_TeamsAndImmediateAlerts_AreRoutedToTheirOwn()
    {
        var (plan, problems) = Plan("emails: [finops@example.com]\neveryTeam: true\nimmediate: {}\n", topic: true);

        Assert.Empty(problems);
        Assert.Equal(["digest", "immediate"], plan.Subscriptions.Take(2).Select(subscription => subscription.Id));
        var payments = plan.Subscriptions.Single(subscription => subscription.Id == "team-payments");
        Assert.Equal(["payments@example.com"], payments.Emails);
        Assert.Equal(["team-payments"], payments.Monitors);
        Assert.Equal((1000m, 40m, "IMMEDIATE"), (plan.Subscriptions[1].MinimumUsd, plan.Subscriptions[1].MinimumPercent, plan.Subscriptions[1].Frequency));
    }

    [Fact]
    public void From_EveryKindOfMistake_IsToldAtOnceWithItsPath()
    {
        var (_, problems) = Plan("""
            emails: [finops@example.com]
            services: false
            custom: { a b: { accounts: [payments-prd] }, a-b: { accounts: [old-lab] } }
            immediate: {}
            """);

        Assert.Equal(
            ["FIN1102 finops:section.custom.a b.accounts[0]", "FIN1102 finops:section.custom.a-b.accounts[0]", "FIN1160 finops:section", "FIN1161 finops:section.immediate"],
            problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ accounts: [a], tag: Project, values: [x] }")]
    [InlineData("{ accounts: [a], values: [x] }")]
    [InlineData("{ tag: Project }")]
    [InlineData("{ costCategory: Team, values: [a, b] }")]
    public void Read_CustomMonitorThatAwsRefuses_IsRefused(string yaml)
    {
        var sink = new ProblemSink();

        SettingsYaml.Read<CustomMonitorSettings>(yaml, sink.Problems);

        Assert.Equal("FIN1160", Assert.Single(sink.List).Id);
    }

    private static (AnomalyPlan Plan, IEnumerable<string> Problems) Plan(string yaml, bool topic = false)
    {
        var sink = new ProblemSink();
        var settings = SettingsYaml.Read<AnomaliesSettings>(yaml, sink.Problems);
        Assert.Empty(sink.List);
        var facts = SmallOrganization.Facts() with { Settings = [settings, new AlertsSettings { Topic = topic }] };
        var plan = AnomalyPlan.From(settings, facts, sink.Problems);
        return (plan, sink.List.Select(problem => $"{problem.Id} {problem.Path}"));
    }
}
