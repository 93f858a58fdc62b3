using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Rollout.Waves;
using FinOps.Core.Tagging;
using FinOps.Core.Tests.Tagging;

namespace FinOps.Core.Tests.Rollout;

/// <summary>An organization of three accounts, a standard of one required key, and three waves.</summary>
internal static class SmallRollout
{
    public const string Canary = "111111111111";
    public const string Production = "222222222222";
    public const string Payer = "999999999999";

    public static TagStandard Standard { get; } = Standards.Parse("""
        version: 1
        keys:
          Team: { required: true, values: [a, b] }
        """);

    public static RolloutTree Tree { get; } = new("r-1", Payer,
        [new("ou-sand", "Sandbox", "r-1"), new("ou-work", "Workloads", "r-1"), new("ou-prod", "Prod", "ou-work")],
        [new(Canary, "lab", "ou-sand"), new(Production, "shop", "ou-prod"), new(Payer, "payer", "r-1")]);

    public static GuardrailOptions Options { get; } = new() { Actions = ["ec2:RunInstances", "s3:CreateBucket", "ec2:CreateNatGateway"], BreakGlass = ["arn:aws:iam::*:role/break-glass"] };

    public static DateOnly Day { get; } = new(2026, 3, 1);

    public static WaveSequence Sequence(RolloutState canary, RolloutState work, RolloutState root, RolloutLimits? limits = null) => WaveSequence.Create(
        [Wave("canary", "Sandbox", canary), Wave("workloads", "Workloads", work), Wave("everything", "root", root)], limits ?? new RolloutLimits(), "Pulumi.dev.yaml", "finops:rollout");

    public static RolloutPlan Plan(WaveSequence sequence) => RolloutPlan.Build(sequence, Tree, Standard, Options);

    private static RolloutWave Wave(string name, string target, RolloutState state) => new(name, [target], state, state == RolloutState.Planned ? null : Day);
}
