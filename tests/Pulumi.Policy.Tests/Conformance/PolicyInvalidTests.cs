using PolicyConfigSchema = Pulumi.Policy.Configuration.PolicyConfigSchema;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyInvalidTests
{
    [Theory]
    [InlineData("invalid-policy", "all", false)]
    [InlineData("not a name", "fine", false)]
    [InlineData("invalid-policy", "fine", true)]
    public async Task PackThatBreaksARule_NeverRuns(string packName, string policyName, bool declaresLevel)
    {
        var policy = new ResourceValidationPolicy
        {
            Name = policyName, Description = "Never called", ValidateResource = _ => throw new InvalidOperationException("called"),
            ConfigSchema = declaresLevel ? new PolicyConfigSchema(Rpc.Values.PropertyMap.Empty, ["enforcementLevel"]) : null,
        };
        var engine = new MiniEngine("policy-invalid", _ => Pack(packName, "1.0.0", policy));

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res1", true)), new RunInput());

        Assert.All([preview, update], run =>
        {
            Assert.Equal(Outcome.PackRefused, run.Outcome);
            Assert.StartsWith("FIN6001", run.Detail, StringComparison.Ordinal);
        });
        Assert.Empty(engine.State);
    }
}
