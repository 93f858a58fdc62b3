using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicySimpleTests
{
    private static readonly PolicyPack Simple10 = Pack("simple", "1.0.0",
        OnSimple("truthiness", EnforcementLevel.Advisory, "Verifies properties are true", args => Report(args, true, "This is a test warning")),
        OnSimple("falsiness", EnforcementLevel.Mandatory, "Verifies properties are false", args => Report(args, false, "This is a test error")));

    [Fact]
    public async Task AdvisoryAndMandatory()
    {
        var engine = new MiniEngine("policy-simple", _ => Simple10);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res1", true), ("res2", false)), new RunInput());

        SeenViolation[] expected =
        [
            V(Simple10, Level.Advisory, engine.Urn("res1"), "truthiness", "Verifies properties are true", "This is a test warning"),
            V(Simple10, Level.Mandatory, engine.Urn("res2"), "falsiness", "Verifies properties are false", "This is a test error"),
        ];
        Same(expected, preview);
        Same(expected, update);
        Assert.Equal((Outcome.PreviewFailed, Outcome.ResourceInvalid, engine.Urn("res2")), (preview.Outcome, update.Outcome, update.Detail));
        Assert.Equal(new Dictionary<string, bool> { ["res1"] = true }, engine.State);
    }

    private static void Report(ResourceValidationArgs args, bool when, string text)
    {
        if (Value(args.Resource) == when)
        {
            args.Report(text);
        }
    }
}
