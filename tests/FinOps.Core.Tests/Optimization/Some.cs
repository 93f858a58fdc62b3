using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Optimization;

internal static class Some
{
    public static readonly DateOnly Today = new(2026, 3, 16);

    public static readonly TagStandard Standard = TagStandard.Parse(
        """
        version: 1
        allocationKey: Team
        keys:
          Team: { required: true, costAllocation: true, values: [payments, search] }
        """, "test.yaml");

    public static OwnerFinder Owners(params AccountFacts[] accounts) => new(Standard, "Team", accounts.ToDictionary(account => account.Id));

    public static Advice Advice(
        decimal saving, SavingAction action = SavingAction.Rightsize, AdviceSource source = AdviceSource.CostOptimizationHub, string id = "i-1", string type = "ec2:instance",
        string account = "111122223333", string region = "eu-west-1", string currency = "USD", string? adviceId = null) =>
        new(source, adviceId ?? $"{source}/{account}/{region}/{type}/{id}/{action}", new ResourceName(account, region, type, id), action, new Money(saving, currency))
        {
            Effort = action.UsualEffort(), RestartNeeded = false, RollbackPossible = true, LookbackDays = 14,
        };

    public static OptimizationAnalysis Analyse(params IReadOnlyList<Advice> advice) => OptimizationAnalyst.Analyse(Facts(advice), Owners());

    public static OptimizationFacts Facts(IReadOnlyList<Advice> advice) => new() { Today = Today, Advice = advice };
}
