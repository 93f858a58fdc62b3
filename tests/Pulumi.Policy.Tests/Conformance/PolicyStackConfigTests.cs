using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyStackConfigTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PoliciesAreMadeFromTheStackConfiguration(bool value)
    {
        PolicyPack? pack = null;
        var engine = new MiniEngine("policy-stack-config", stack =>
        {
            var wanted = stack.RequireConfig("value");
            return pack = Pack("stack-config", "2.0.0", OnSimple($"validate-{wanted}", EnforcementLevel.Mandatory, $"Verifies property is {wanted}", args =>
            {
                if (Word(Value(args.Resource)) != wanted)
                {
                    args.Report($"Property was {Word(Value(args.Resource))}");
                }
            }));
        });

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", value)),
            new RunInput { PolicyConfig = "{}", StackConfig = new() { ["policy-stack-config:value"] = Word(!value) } });

        SeenViolation expected = V(pack!, Level.Mandatory, engine.Urn("res"), $"validate-{Word(!value)}", $"Verifies property is {Word(!value)}", $"Property was {Word(value)}");
        Same([expected], preview);
        Same([expected], update);
        Assert.Equal((Outcome.PreviewFailed, Outcome.ResourceInvalid), (preview.Outcome, update.Outcome));
    }
}
