using System.Collections.Immutable;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>What the cost report is told and allowed.</summary>
public sealed class CostAnalyzerFunctionTests
{
    [Fact]
    public async Task Declare_SettingsOfTheReport_AreItsEnvironment()
    {
        var registered = await ReportingStack.DeclareAsync("costAnalyzer: { tags: [Environment, CostCenter], categories: [Product], gateUsd: 250.5, gatePercent: 10, awsForecast: true }");

        var environment = (ImmutableDictionary<string, object>)registered.One("aws:lambda/function:Function", "cost-analyzer").Map("environment")["variables"];
        Assert.Equal(
            ["Environment,CostCenter", "Product", "250.5", "10", "aws"],
            new[] { "FINOPS_COST_TAGS", "FINOPS_COST_CATEGORIES", "FINOPS_COST_GATE_USD", "FINOPS_COST_GATE_PERCENT", "FINOPS_COST_FORECAST" }.Select(name => environment[name]));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Declare_AwsForecast_IsAllowedOnlyWhereItIsAsked(string wanted, bool allowed)
    {
        var registered = await ReportingStack.DeclareAsync($"costAnalyzer: {{ awsForecast: {wanted} }}");

        var policy = (string)registered.One("aws:iam/rolePolicy:RolePolicy", "cost-analyzer").Input("policy")!;
        Assert.Equal(allowed, policy.Contains("ce:GetCostForecast", StringComparison.Ordinal));
        Assert.Contains("ce:GetAnomalies", policy, StringComparison.Ordinal);
    }
}
