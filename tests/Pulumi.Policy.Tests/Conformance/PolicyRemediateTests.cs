using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyRemediateTests
{
    private static readonly PolicyPack Remediate = Pack("remediate", "3.0.0", new ResourceValidationPolicy
    {
        Name = "fixup", Description = "Sets property to config", EnforcementLevel = EnforcementLevel.Remediate, ResourceTypes = [Simple],
        RemediateResource = args => Value(args.Resource) == Flag(args, "value") ? null : Rpc.Values.PropertyMap.Of(("value", Flag(args, "value"))),
    });

    [Fact]
    public async Task RemediatesUntilTheConfigurationAgrees()
    {
        var engine = new MiniEngine("policy-remediate", _ => Remediate);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", true)), new RunInput { PolicyConfig = """{"fixup":{"value":false}}""" });
        Assert.All([preview, update], run =>
        {
            Assert.Equal(Outcome.Ok, run.Outcome);
            Assert.Equal([new SeenRemediation(engine.Urn("res"), "fixup", "remediate", "3.0.0", Rpc.Values.PropertyMap.Of(("value", true)), Rpc.Values.PropertyMap.Of(("value", false)))], run.Remediations);
        });
        Assert.False(engine.State["res"]);

        (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", true)), new RunInput { PolicyConfig = """{"fixup":{"value":true}}""" });
        Assert.All([preview, update], run => Assert.Empty(run.Remediations));
        Assert.True(engine.State["res"]);
    }

    /// <summary>Upstream's third run configures true and so would pass with a level that is ignored; here the values differ.</summary>
    [Theory]
    [InlineData("disabled")]
    [InlineData("advisory")]
    [InlineData("mandatory")]
    public async Task OtherLevels_ChangeNothing(string level)
    {
        var engine = new MiniEngine("policy-remediate", _ => Remediate);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", true)), new RunInput { PolicyConfig = $$$"""{"fixup":{"value":false,"enforcementLevel":"{{{level}}}"}}""" });

        Assert.All([preview, update], run => Assert.Empty(run.Remediations));
        Assert.True(engine.State["res"]);
    }
}
