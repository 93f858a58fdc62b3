using System.CommandLine;
using FinOps.Cli.Policy.Baselines;

namespace FinOps.Cli.Policy;

/// <summary><c>finops policy</c>: what the policy pack and the Organization demand, without deploying anything.</summary>
internal static class PolicyCommand
{
    public static Command Create(CliContext context) => new("policy", "What the policy pack and the Organization's tag policies demand.")
    {
        PolicyCheckCommand.Create(context),
        PolicyBaselineCommand.Create(context),
        EffectivePolicyCommand.Create(context),
    };
}
