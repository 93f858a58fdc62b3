using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;

namespace FinOps.Core.Tests.Rollout;

public sealed class StackFileTests
{
    private const string Text = """
        # Ours.
        config:
          finops:mode: guard
          finops:rollout:
            maximumDenials: 3   # agreed
            waves:
              - { name: canary, targets: [Sandbox], state: reportOnly, since: 2026-01-31 } # first
              - name: workloads
                targets: ["Workloads"]
                state: planned # not yet
          finops:governance: { enabled: true, breakGlass: ["arn:aws:iam::*:role/break-glass"] }
        """;

    [Fact]
    public void Parse_ReadsWavesLimitsAndGuardrails()
    {
        var file = StackFile.Parse(Text, "Pulumi.dev.yaml");

        Assert.Equal(["canary", "workloads"], file.Sequence.Waves.Select(wave => wave.Name));
        Assert.Equal(new RolloutLimits { MaximumDenials = 3 }, file.Sequence.Limits);
        Assert.Equal("arn:aws:iam::*:role/break-glass", Assert.Single(file.Options.BreakGlass));
    }

    [Fact]
    public void Change_Advance_TouchesTheWaveAloneAndKeepsComments()
    {
        var file = StackFile.Parse(Text, "Pulumi.dev.yaml");

        var changed = file.Change(file.Sequence.Advance("canary", new DateOnly(2026, 3, 1), "said \"yes\" # twice"));

        Assert.Equal(Text.Replace("state: reportOnly, since: 2026-01-31", "state: enforcing, accepted: \"said \\\"yes\\\" # twice\", since: \"2026-03-01\"", StringComparison.Ordinal), changed);
    }

    [Fact]
    public void Change_WaveInLines_AddsTheDateBelowTheState()
    {
        var file = StackFile.Parse(Text, "Pulumi.dev.yaml");

        var changed = file.Change(file.Sequence.Advance("workloads", new DateOnly(2026, 3, 1)));

        Assert.Equal(Text.Replace("state: planned # not yet", "state: reportOnly # not yet\n        since: \"2026-03-01\"", StringComparison.Ordinal), changed);
    }

    [Fact]
    public void Parse_Mistakes_AreToldTogether()
    {
        var refused = Assert.Throws<ProblemException>(() => StackFile.Parse("config: { finops:rollout: { maximumDenials: -1, waves: [{ name: a, targets: [root], state: on, since: soon, wait: 1 }] } }", "Pulumi.dev.yaml"));

        Assert.Equal(["FIN2004", "FIN2004", "FIN2004", "FIN2002"], refused.Problems.Select(problem => problem.Id));
    }
}
