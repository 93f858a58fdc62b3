using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyDryRunTests
{
    [Fact]
    public async Task JudgesOnlyInPreview()
    {
        PolicyPack? pack = null;
        var engine = new MiniEngine("policy-dryrun", stack => pack = Pack("dryrun", "1.0.0",
            OnSimple("dry", EnforcementLevel.Mandatory, "Verifies properties are true on dryrun", args =>
            {
                Assert.Equal(stack.IsDryRun, args.Stack.IsDryRun);
                if (args.Stack.IsDryRun && !Value(args.Resource))
                {
                    args.Report("This is a test error");
                }
            })));

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res1", true), ("res2", false)), new RunInput());

        Same([V(pack!, Level.Mandatory, engine.Urn("res2"), "dry", "Verifies properties are true on dryrun", "This is a test error")], preview);
        Same([], update);
        Assert.Equal((Outcome.PreviewFailed, Outcome.Ok), (preview.Outcome, update.Outcome));
        Assert.Equal(new Dictionary<string, bool> { ["res1"] = true, ["res2"] = false }, engine.State);
    }
}
