using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyConfigTests
{
    private static readonly PolicyPack Config = Pack("config", "2.0.0", OnSimple("allowed", EnforcementLevel.Mandatory, "Verifies properties", args =>
    {
        if (Value(args.Resource) != Flag(args, "value"))
        {
            args.Report($"Property was {Word(Value(args.Resource))}");
        }
    }));

    [Fact]
    public async Task ValueFromTheConfigurationFile()
    {
        var engine = new MiniEngine("policy-config", _ => Config);
        foreach (var value in new[] { true, false })
        {
            var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", value)), new RunInput { PolicyConfig = $$$"""{"allowed":{"value":{{{Word(!value)}}}}}""" });

            Same([V(Config, Level.Mandatory, engine.Urn("res"), "allowed", "Verifies properties", $"Property was {Word(value)}")], preview);
            Same([V(Config, Level.Mandatory, engine.Urn("res"), "allowed", "Verifies properties", $"Property was {Word(value)}")], update);
            Assert.Equal((Outcome.PreviewFailed, Outcome.ResourceInvalid), (preview.Outcome, update.Outcome));
        }

        Assert.Empty(engine.State);
    }
}
