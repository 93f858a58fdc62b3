using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyAnalyzeStackTests
{
    private static readonly PolicyPack AnalyzeStack = Pack("analyze-stack", "1.0.0", new StackValidationPolicy
    {
        Name = "stack-size", Description = $"Stack must contain at most one {Simple}", EnforcementLevel = EnforcementLevel.Mandatory,
        ValidateStack = args =>
        {
            if (args.Resources.Count(resource => resource.Type == Simple) > 1)
            {
                args.Report($"Found an extra {Simple}");
            }
        },
    });

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public async Task CountsTheWholeStack(string extra, bool violates)
    {
        var engine = new MiniEngine("policy-analyze-stack", _ => AnalyzeStack);
        var program = new SimpleProgram(input => input.StackConfig["policy-analyze-stack:extraCount"] == "1"
            ? [SimpleProgram.Resource("res1", true), SimpleProgram.Resource("res2-0", false)]
            : [SimpleProgram.Resource("res1", true)]);

        var (preview, update) = await engine.RunAsync(program, new RunInput { StackConfig = new() { ["policy-analyze-stack:extraCount"] = extra } });

        SeenViolation[] expected = violates ? [V(AnalyzeStack, Level.Mandatory, engine.RootUrn, "stack-size", $"Stack must contain at most one {Simple}", $"Found an extra {Simple}")] : [];
        Same(expected, preview);
        Same(expected, update);
        Assert.Equal(violates ? (Outcome.PreviewFailed, Outcome.StackFailed) : (Outcome.Ok, Outcome.Ok), (preview.Outcome, update.Outcome));
        Assert.Equal(violates ? 2 : 1, engine.State.Count);
    }
}
