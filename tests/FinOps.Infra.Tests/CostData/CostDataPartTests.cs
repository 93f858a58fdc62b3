using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.CostData;

public sealed class CostDataPartTests
{
    [Theory]
    [InlineData("""{"granularity":"DALY"}""", "finops:costData.granularity")]
    [InlineData("""{"namePrefix":"FinOps_"}""", "finops:costData.namePrefix")]
    [InlineData("""{"firstMonth":"2026-13"}""", "finops:costData.firstMonth")]
    [InlineData("""{"firstMonth":"2026-04"}""", "finops:costData.firstMonth")]
    [InlineData("""{"infrequentAccessDays":500,"retentionDays":400}""", "finops:costData.infrequentAccessDays")]
    [InlineData("""{"athena":{"scanLimitMb":9}}""", "finops:costData.athena.scanLimitMb")]
    [InlineData("""{"athena":{"scanLimitMb":4000}}""", "finops:costData.athena.scanLimitMb")]
    [InlineData("""{"queries":{"windowDays":0}}""", "finops:costData.queries.windowDays")]
    [InlineData("""{"curr2":true}""", "finops:costData.curr2")]
    public async Task CostData_OneMistake_IsToldWithItsPathAndNothingIsRegistered(string section, string path)
    {
        var problem = Assert.Single(await RefusedAsync(("finops:costData", section)));

        Assert.Equal(path, problem.Path);
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public async Task CostDataAndOptimization_ManyMistakes_AreAllToldAtOnce()
    {
        var problems = await RefusedAsync(
            ("finops:costData", """{"enabled":true,"firstMonth":"2030-01","namePrefix":"a-prefix-of-thirty-letters-abc"}"""),
            ("finops:optimization", """{"enabled":true,"computeOptimizer":{"enabled":false},"delegatedAdministrators":{"computeOptimizer":"payments-prd","config":"111111111111","resourceExplorer":"old-lab","budgets":"payments-prod"}}"""));

        Assert.Equal(
            [
                "FIN1191 finops:optimization.delegatedAdministrators.budgets",
                "FIN1102 finops:optimization.delegatedAdministrators.computeOptimizer",
                "FIN1191 finops:optimization.delegatedAdministrators.config",
                "FIN1102 finops:optimization.delegatedAdministrators.resourceExplorer",
                "FIN1191 finops:optimization.delegatedAdministrators.computeOptimizer",
                "FIN1190 finops:costData.firstMonth",
            ],
            problems.Select(problem => $"{problem.Id} {problem.Path}"));
        Assert.Contains("payments-prod", problems[1].Fix, StringComparison.Ordinal);
        Assert.Contains("SUSPENDED", problems[3].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CostData_LongStackName_IsRefusedBeforeS3Does()
    {
        var problems = await RefusedAsync("a-stack-with-a-rather-long-name", ("finops:costData", """{"enabled":true,"namePrefix":"a-prefix-of-thirty-letters-abc"}"""));

        Assert.Equal("FIN1190 finops:costData.namePrefix", problems.Select(problem => $"{problem.Id} {problem.Path}").Single());
    }

    [Fact]
    public async Task CostData_ProjectionAndExport_MeanTheSamePlace()
    {
        var registered = await StackHarness.DeclareAsync("example-org");
        ImmutableDictionary<string, object> Inputs(string type, string name) => registered.Single(resource => resource.Resource.Type == type && resource.Resource.Name == name).Resource.Inputs;

        var export = (ImmutableDictionary<string, object>)Inputs("aws:bcmdata/export:Export", "focus")["export"];
        var destination = First(First(export, "destinationConfigurations"), "s3Destinations");
        var layout = $"s3://{destination["s3Bucket"]}/{destination["s3Prefix"]}/{export["name"]}/data/";
        var table = Inputs("aws:glue/catalogTable:CatalogTable", "focus");
        var parameters = (ImmutableDictionary<string, object>)table["parameters"];

        Assert.Equal(layout, ((ImmutableDictionary<string, object>)table["storageDescriptor"])["location"]);
        Assert.Equal(layout + "BILLING_PERIOD=${billing_period}", parameters["storage.location.template"]);
        Assert.Equal("2026-01,NOW", parameters["projection.billing_period.range"]);
        var recommendations = (ImmutableDictionary<string, object>)Inputs("aws:glue/catalogTable:CatalogTable", "recommendations")["parameters"];
        Assert.Equal("2026-01-01,NOW", recommendations["projection.date.range"]);
    }

    private static ImmutableDictionary<string, object> First(ImmutableDictionary<string, object> map, string list) =>
        (ImmutableDictionary<string, object>)((ImmutableArray<object>)map[list])[0];

    private static Task<IReadOnlyList<Problem>> RefusedAsync(params (string Key, string Value)[] sections) => RefusedAsync("dev", sections);

    private static async Task<IReadOnlyList<Problem>> RefusedAsync(string stack, params (string Key, string Value)[] sections)
    {
        var config = Settings.ValidConfig.Create();
        foreach (var (key, value) in sections)
        {
            config[key] = value;
        }

        // Off, nothing is planned: the mistakes of a single section are looked for with it on.
        if (config.TryGetValue("finops:costData", out var costData) && !costData.Contains("enabled", StringComparison.Ordinal))
        {
            config["finops:costData"] = "{\"enabled\":true," + costData[1..];
        }

        var mocks = new OrganizationMocks();
        var refused = await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, stack, mocks));
        Assert.Empty(mocks.Registered);
        return refused.Problems;
    }
}
