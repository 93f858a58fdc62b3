using Level = Pulumirpc.EnforcementLevel;
using PolicyConfigSchema = Pulumi.Policy.Configuration.PolicyConfigSchema;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyConfigSchemaTests
{
    private static readonly PolicyPack ConfigSchema = Pack("config-schema", "3.0.0",
        OnSimple("validator", EnforcementLevel.Advisory, "Verifies property matches config", args =>
        {
            var config = args.GetConfig<Settings>();
            if (config.Names.Contains(args.Resource.Name) && Value(args.Resource) != config.Value)
            {
                args.Report($"Property was {Word(Value(args.Resource))}");
            }
        }) with
        {
            ConfigSchema = PolicyConfigSchema.From<Settings>(),
        });

    [Theory]
    [InlineData("""{"validator":{"value":false}}""", "names is required")]
    [InlineData("""{"validator":{"value":false,"names":[]}}""", "names: Array must have at least 1 items")]
    public async Task ConfigurationThatDoesNotFit_StopsBeforeTheProgram(string config, string problem)
    {
        var engine = new MiniEngine("policy-config-schema", _ => ConfigSchema);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("resY", true), ("resN", false)), new RunInput { PolicyConfig = config });

        Assert.All([preview, update], run =>
        {
            Assert.Equal(Outcome.ConfigInvalid, run.Outcome);
            Assert.Equal([$"validating policy config: config-schema 3.0.0  validator: {problem}"], run.Diagnostics);
        });
        Assert.Empty(engine.State);
    }

    [Theory]
    [InlineData("resN", false)]
    [InlineData("resY", true)]
    public async Task ConfigurationThatFits_IsUsed(string name, bool violates)
    {
        var engine = new MiniEngine("policy-config-schema", _ => ConfigSchema);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("resY", true), ("resN", false)),
            new RunInput { PolicyConfig = $$$"""{"validator":{"value":false,"names":["{{{name}}}"]}}""" });

        SeenViolation[] expected = violates ? [V(ConfigSchema, Level.Advisory, engine.Urn("resY"), "validator", "Verifies property matches config", "Property was true")] : [];
        Same(expected, preview);
        Same(expected, update);
        Assert.Equal((Outcome.Ok, Outcome.Ok), (preview.Outcome, update.Outcome));
    }

    public sealed record Settings
    {
        [System.ComponentModel.DataAnnotations.Required]
        public bool Value { get; init; }

        [System.ComponentModel.DataAnnotations.Required]
        [System.ComponentModel.DataAnnotations.MinLength(1)]
        public IReadOnlyList<string> Names { get; init; } = [];
    }
}
