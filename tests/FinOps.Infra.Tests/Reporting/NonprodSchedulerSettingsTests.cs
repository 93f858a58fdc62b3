using FinOps.Core.Problems;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Reporting;

public sealed class NonprodSchedulerSettingsTests
{
    private const string Name = "finops-nonprod-scheduler";
    private const string Members = "enabled: true\nunits: [Workloads]";

    [Fact]
    public async Task DeclareAsync_MembersWithSchedulerRole_HasItAndItLooksOnly()
    {
        var variables = await VariablesAsync(Members, null);

        Assert.Equal("false", variables!["FINOPS_SCHEDULE_APPLY"]);
        Assert.Equal("Schedule", variables["FINOPS_SCHEDULE_TAG"]);
        Assert.Equal("dev,test,sandbox", variables["FINOPS_SCHEDULE_ENVIRONMENTS"]);
        Assert.Equal("prod", variables["FINOPS_SCHEDULE_PRODUCTION"]);
        Assert.Equal("finops-dev-scheduler", variables["FINOPS_MEMBER_SCHEDULER_ROLE"]);
        Assert.Equal("extended-hours=Mon-Sat 06:00-22:00;office-hours=Mon-Fri 08:00-18:00", variables["FINOPS_SCHEDULES"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("enabled: true\nunits: [Workloads]\nenvironments: []", null)]
    [InlineData(Members, "enabled: false")]
    public async Task DeclareAsync_NoRoleOrTurnedOff_HasNone(string? members, string? scheduler) => Assert.Null(await VariablesAsync(members, scheduler));

    [Fact]
    public async Task DeclareAsync_Mistakes_AreAllTold()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => VariablesAsync(Members, """
            schedules: { Office: always, late: "Mon-Fri 25:00-26:00", two: "always;never" }
            holidays: [soon]
            exempt: ["111122223333"]
            """));

        Assert.Equal(
            ["FIN1290 exempt[0]", "FIN1290 holidays[0]", "FIN1290 schedules.Office", "FIN1290 schedules.late", "FIN1290 schedules.two", "FIN1290 schedules.two"],
            refused.Problems.Select(problem => $"{problem.Id} {problem.Path.Replace("finops:reporting.nonprodScheduler.", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DeclareAsync_MoreThanTheEnvironmentHolds_IsTold()
    {
        var exempt = string.Join(", ", Enumerable.Range(0, 80).Select(at => $"\"arn:aws:ec2:eu-west-1:111122223333:instance/i-{at:0000000000}\""));

        var refused = await Assert.ThrowsAsync<ProblemException>(() => VariablesAsync(Members, $"exempt: [{exempt}]"));

        Assert.Equal("FIN1291", Assert.Single(refused.Problems).Id);
    }

    /// <returns>The environment of the function; null when there is none.</returns>
    private static async Task<IReadOnlyDictionary<string, object>?> VariablesAsync(string? members, string? scheduler)
    {
        var config = ValidConfig.Create();
        config.Remove("finops:members");
        if (members is not null)
        {
            config["finops:members"] = StackFile.Json(members);
        }

        if (scheduler is not null)
        {
            var reporting = System.Text.Json.Nodes.JsonNode.Parse(config["finops:reporting"])!;
            reporting["nonprodScheduler"] = System.Text.Json.Nodes.JsonNode.Parse(StackFile.Json(scheduler));
            config["finops:reporting"] = reporting.ToJsonString();
        }

        var function = (await StackHarness.DeclareAsync(config)).SingleOrDefault(each => each.Resource.Type == "aws:lambda/function:Function" && (string)each.Resource.Inputs["name"] == Name);
        return (IReadOnlyDictionary<string, object>?)((IReadOnlyDictionary<string, object>?)function?.Resource.Inputs["environment"])?["variables"];
    }
}
