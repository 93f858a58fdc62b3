using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyEnforcementConfigTests
{
    [Fact]
    public async Task LevelFromTheConfigurationFile()
    {
        var calls = 0;
        var pack = Pack("enforcement-config", "3.0.0", OnSimple("false", EnforcementLevel.Advisory, "Verifies property is false", args =>
        {
            calls++;
            if (Value(args.Resource))
            {
                args.Report("Property was true");
            }
        }));
        var engine = new MiniEngine("policy-enforcement-config", _ => pack);
        var program = SimpleProgram.Of(("res", true));
        SeenViolation Violation(Level level) => V(pack, level, engine.Urn("res"), "false", "Verifies property is false", "Property was true");

        var (preview, update) = await engine.RunAsync(program, new RunInput { PolicyConfig = "{}" });
        Same([Violation(Level.Advisory)], preview);
        Same([Violation(Level.Advisory)], update);
        Assert.Equal((Outcome.Ok, Outcome.Ok), (preview.Outcome, update.Outcome));

        (preview, update) = await engine.RunAsync(program, new RunInput { PolicyConfig = """{"false":{"enforcementLevel":"mandatory"}}""" });
        Same([Violation(Level.Mandatory)], preview);
        Same([Violation(Level.Mandatory)], update);
        Assert.Equal((Outcome.PreviewFailed, Outcome.ResourceInvalid), (preview.Outcome, update.Outcome));

        calls = 0;
        (preview, update) = await engine.RunAsync(program, new RunInput { PolicyConfig = """{"false":"disabled"}""" });
        Same([], preview);
        Same([], update);
        Assert.Equal((Outcome.Ok, Outcome.Ok, 0), (preview.Outcome, update.Outcome, calls));

        (preview, _) = await engine.RunAsync(program, new RunInput { PolicyConfig = """{"all":"mandatory"}""" });
        Same([Violation(Level.Mandatory)], preview);
    }
}
