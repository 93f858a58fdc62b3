using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Allocation;

public sealed class AllocationPartTests
{
    [Fact]
    public async Task Declare_ListedAndActivatedKeys_AreDeclaredAndTheOthersPend()
    {
        var registered = await StackHarness.DeclareAsync(ValidConfig.Create());

        Assert.Equal(["CostCenter", "Environment", "Team"], Tags(registered));
    }

    [Fact]
    public async Task Declare_NothingKnownYet_DeclaresNoTag()
    {
        var mocks = new OrganizationMocks { ListedTags = [], ActivatorAnswer = """{"alreadyActive":[],"activated":[]}""" };

        Assert.Empty(Tags(await StackHarness.DeclareAsync(ValidConfig.Create(), mocks: mocks)));
    }

    [Fact]
    public async Task Declare_WithoutReporting_DeclaresWhatIsListedAndRunsNothing()
    {
        var config = ValidConfig.Create();
        config.Remove("finops:reporting");

        var registered = await StackHarness.DeclareAsync(config);

        Assert.Equal(["Environment", "Team"], Tags(registered));
        Assert.DoesNotContain(registered, resource => resource.Resource.Type == "aws:lambda/invocation:Invocation");
    }

    [Fact]
    public async Task Declare_Categories_TakeTagsThenAccountsThenInheritance()
    {
        var config = ValidConfig.Create();
        config["finops:organization"] = """{"accounts":{"management":{"team":"platform","environment":"prod","costCenter":"4100"}}}""";
        config["finops:allocation"] = """
            {"categories":{"Team":{"effectiveStart":"2026-01","spellings":{"payments":["paymnts"]},
             "splits":[{"source":"platform","method":"fixed","targets":["payments","search"],"percentages":[62.5,37.5]}]}}}
            """;

        var categories = (await StackHarness.DeclareAsync(config)).Where(resource => resource.Resource.Type == "aws:costexplorer/costCategory:CostCategory")
            .ToDictionary(resource => resource.Resource.Name!, resource => resource.Resource.Inputs);

        Assert.Equal(["costcenter", "environment", "team"], categories.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2026-01-01T00:00:00Z", categories["team"]["effectiveStart"]);
        Assert.False(categories["costcenter"].ContainsKey("effectiveStart"));
        var kinds = Rules(categories["costcenter"]).Select(rule => (string)rule["type"]);
        Assert.Equal("INHERITED_VALUE", kinds.Last());
        var teams = Rules(categories["team"]);
        Assert.All(teams, rule => Assert.Equal("REGULAR", rule["type"]));
        Assert.Equal("platform", teams[^1]["value"]);
        Assert.True(((ImmutableDictionary<string, object>)teams[^1]["rule"]).ContainsKey("dimension"));
        var split = (ImmutableDictionary<string, object>)Assert.Single((ImmutableArray<object>)categories["team"]["splitChargeRules"]);
        Assert.Equal("FIXED", split["method"]);
    }

    [Fact]
    public async Task Plan_TwelveMistakes_AreToldTogetherAndNothingIsRegistered()
    {
        var mocks = new OrganizationMocks();
        var config = ValidConfig.Create();
        config["finops:allocation"] = """
            {"categories":{
              "Teams":{},
              "Team":{
                "defaultValue":"a/b",
                "effectiveStart":"2024-01",
                "spellings":{"payment":["pay"],"search":["payments"]},
                "splits":[
                  {"source":"platform","method":"fixed","targets":["payments","serch"],"percentages":[50,40]},
                  {"source":"platform","method":"even","targets":["payments"],"percentages":[100]},
                  {"source":"search","method":"even","targets":["platform"]},
                  {"source":"checkout","method":"proportional","targets":[]}]}}}
            """;

        var refused = await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, mocks: mocks));

        const string Team = "finops:allocation.categories.Team";
        Assert.Superset(
            new HashSet<string>
            {
                "FIN1200 finops:allocation.categories.Teams", $"FIN2080 {Team}.defaultValue", $"FIN2084 {Team}.effectiveStart", $"FIN2081 {Team}.spellings.payment",
                $"FIN2081 {Team}.spellings.search", $"FIN2083 {Team}.splits[0].targets[1]", $"FIN2083 {Team}.splits[0].percentages", $"FIN2083 {Team}.splits[1].source",
                $"FIN2083 {Team}.splits[1].percentages", $"FIN2083 {Team}.splits[2].targets[0]", $"FIN2083 {Team}.splits[3].targets",
            },
            refused.Problems.Select(problem => $"{problem.Id} {problem.Path}").ToHashSet());
        Assert.All(refused.Problems, problem => Assert.True(problem.File == "Pulumi.dev.yaml" && problem.Fix.Length > 0));
        Assert.Empty(mocks.Registered);
    }

    [Fact]
    public async Task Plan_KeysOfTheWrongKind_AreToldTogether()
    {
        var config = ValidConfig.Create();
        config["finops:allocation"] = """{"enabled":"yes","categories":{"Team":{"inherit":"team","effectiveStart":"2026-13","splits":[{"method":"halves","targets":"all"}]}},"splits":[]}""";

        var refused = await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config));

        Assert.Equal(7, refused.Problems.Count);
        Assert.All(refused.Problems, problem => Assert.Equal("FIN1101", problem.Id));
    }

    private static IEnumerable<string> Tags(IReadOnlyList<Registration> registered) => registered
        .Where(resource => resource.Resource.Type == "aws:costexplorer/costAllocationTag:CostAllocationTag")
        .Select(resource => (string)resource.Resource.Inputs["tagKey"]).Order(StringComparer.Ordinal);

    private static List<ImmutableDictionary<string, object>> Rules(ImmutableDictionary<string, object> category) =>
        [.. ((ImmutableArray<object>)category["rules"]).Cast<ImmutableDictionary<string, object>>()];
}
