using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;
using static FinOps.Core.Rollout.Waves.RolloutState;

namespace FinOps.Core.Tests.Rollout;

public sealed class WaveTests
{
    private static readonly DateOnly _later = new(2026, 4, 1);

    [Fact]
    public void Create_WrongWaves_AreToldTogether()
    {
        RolloutWave[] waves = [new("a", ["root"], Planned), new("a", ["root"], Enforcing), new("", [], ReportOnly, _later)];

        var refused = Assert.Throws<ProblemException>(() => WaveSequence.Create(waves, new RolloutLimits(), "Pulumi.dev.yaml", "finops:rollout"));

        Assert.All(refused.Problems, problem => Assert.Equal("FIN2090", problem.Id));
        Assert.Equal(
            ["finops:rollout.waves", "finops:rollout.waves", "finops:rollout.waves[1].since", "finops:rollout.waves[1].state", "finops:rollout.waves[2].name", "finops:rollout.waves[2].targets"],
            refused.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Wave_Misspelt_NamesTheNearest() =>
        Assert.Contains("'canary'", Assert.Throws<ProblemException>(() => SmallRollout.Sequence(Planned, Planned, Planned).Wave("canari")).Problems.Single().Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData(Enforcing, Planned, "canary")]
    [InlineData(ReportOnly, ReportOnly, "workloads")]
    public void Advance_PastTheEndOrThePreviousWave_IsRefused(RolloutState canary, RolloutState work, string name) =>
        Assert.Equal("FIN2092", Assert.Throws<ProblemException>(() => SmallRollout.Sequence(canary, work, Planned).Advance(name, _later)).Problems.Single().Id);

    [Fact]
    public void Build_UnknownAndDoubleTargets_AreToldTogether()
    {
        var sequence = WaveSequence.Create([new("one", ["Sandbx", "Workloads/Prod"], Planned), new("two", ["Prod"], Planned)], new RolloutLimits(), "Pulumi.dev.yaml", "finops:rollout");

        var refused = Assert.Throws<ProblemException>(() => SmallRollout.Plan(sequence));

        Assert.Equal(["FIN2093", "FIN2093"], refused.Problems.Select(problem => problem.Id));
        Assert.Contains("Sandbox", refused.Problems[0].Fix, StringComparison.Ordinal);
    }

    /// <summary>Every triple in which no wave is further than the one before it.</summary>
    public static TheoryData<RolloutState, RolloutState, RolloutState> States => new()
    {
        { Planned, Planned, Planned }, { ReportOnly, Planned, Planned }, { ReportOnly, ReportOnly, Planned }, { ReportOnly, ReportOnly, ReportOnly },
        { Enforcing, Planned, Planned }, { Enforcing, ReportOnly, Planned }, { Enforcing, ReportOnly, ReportOnly },
        { Enforcing, Enforcing, Planned }, { Enforcing, Enforcing, ReportOnly }, { Enforcing, Enforcing, Enforcing },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void PoliciesFor_AnyStates_AreWhatTheTreeHandsDown(RolloutState canary, RolloutState work, RolloutState root)
    {
        var plan = SmallRollout.Plan(SmallRollout.Sequence(canary, work, root));

        Assert.Equal(Expected(canary, root), Kinds(plan, SmallRollout.Canary));
        Assert.Equal(Expected(work, root), Kinds(plan, SmallRollout.Production));
        Assert.Equal(Expected(root), Kinds(plan, SmallRollout.Payer));

        // A wave that reports brings tag policies, one that enforces denials as well, whatever level they come from.
        static GuardrailKind[] Expected(params RolloutState[] reaching) => reaching.Max() switch
        {
            Enforcing => [GuardrailKind.TagPolicy, GuardrailKind.ServiceControlPolicy],
            ReportOnly => [GuardrailKind.TagPolicy],
            _ => [],
        };
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Rollback_OfAnAdvancedWave_RestoresExactlyTheAttachmentsBefore(RolloutState canary, RolloutState work, RolloutState root)
    {
        var before = SmallRollout.Sequence(canary, work, root);
        foreach (var wave in before.Waves.Where(wave => wave.State < Enforcing && (before.Before(wave.Name)?.State ?? Enforcing) > wave.State))
        {
            var back = before.Advance(wave.Name, _later).Rollback(wave.Name, wave.State, _later);

            Assert.Equal(Attachments(before), Attachments(back));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Rollback_OfAWave_LeavesTheAttachmentsOfTheWavesBeforeItAlone(RolloutState canary, RolloutState work, RolloutState root)
    {
        var sequence = SmallRollout.Sequence(canary, work, root);
        foreach (var wave in sequence.Waves.Where(wave => wave.State > Planned))
        {
            var before = SmallRollout.Plan(sequence).Waves.TakeWhile(each => each.Wave.Name != wave.Name).SelectMany(each => each.Now).Select(attachment => attachment.Id);

            Assert.Equal(before, Attachments(sequence.Rollback(wave.Name, Planned, _later)));
        }
    }

    private static IEnumerable<string> Attachments(WaveSequence sequence) => SmallRollout.Plan(sequence).Waves.SelectMany(wave => wave.Now).Select(attachment => attachment.Id);

    private static IEnumerable<GuardrailKind> Kinds(RolloutPlan plan, string account) => plan.PoliciesFor(account).Select(policy => policy.Kind).Distinct().Order();
}
