namespace FinOps.Core.Optimization;

/// <summary>
/// What excludes each other. On a resource, every action does. Of purchases, those that would pay for the same usage do: plans for compute and
/// reservations of EC2 cover the same instances, so of one account only the best of them counts. That makes the total a lower bound.
/// </summary>
internal static class CommitmentFamily
{
    public const string Compute = "compute";

    private static readonly HashSet<string> ComputeTypes = new(StringComparer.Ordinal) { "ComputeSavingsPlans", "Ec2InstanceSavingsPlans", "Ec2ReservedInstances" };

    public static string Of(SavingOption option) => !option.Action.IsPurchase() ? option.Resource.ToString()
        : ComputeTypes.Contains(option.Resource.Type) ? $"{option.Resource.AccountId}/purchase/{Compute}"
        : $"{option.Resource.AccountId}/purchase/{option.Resource.Type}/{option.Resource.Region}";
}
