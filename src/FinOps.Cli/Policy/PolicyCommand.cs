using System.CommandLine;

namespace FinOps.Cli.Policy;

/// <summary><c>finops policy</c>: what the policy pack says, without deploying anything.</summary>
internal static class PolicyCommand
{
    public static Command Create(CliContext context) => new("policy", "Let the policy pack judge a program, a state or a plan.") { PolicyCheckCommand.Create(context) };
}
