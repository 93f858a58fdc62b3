using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyStackTagsTests
{
    private static readonly PolicyPack StackTags = Pack("stack-tags", "2.0.0",
        OnSimple("allowed", EnforcementLevel.Mandatory, "Verifies property equals the stack tag value", args =>
        {
            if (!args.Stack.Tags.TryGetValue("value", out var tag))
            {
                args.Report("Stack tag 'value' is required");
            }
            else if (Word(Value(args.Resource)) != tag)
            {
                args.Report($"Property was {Word(Value(args.Resource))}");
            }
        }));

    [Theory]
    [InlineData("false", "Property was true")]
    [InlineData("true", null)]
    [InlineData(null, "Stack tag 'value' is required")]
    public async Task TagsReachThePolicy(string? tag, string? text)
    {
        var engine = new MiniEngine("policy-stack-tags", _ => StackTags);

        var (preview, update) = await engine.RunAsync(SimpleProgram.Of(("res", true)), new RunInput { PolicyConfig = "{}", Tags = tag is null ? [] : new() { ["value"] = tag } });

        SeenViolation[] expected = text is null ? [] : [V(StackTags, Level.Mandatory, engine.Urn("res"), "allowed", "Verifies property equals the stack tag value", text)];
        Same(expected, preview);
        Same(expected, update);
        Assert.Equal(text is null ? (Outcome.Ok, Outcome.Ok) : (Outcome.PreviewFailed, Outcome.ResourceInvalid), (preview.Outcome, update.Outcome));
    }
}
