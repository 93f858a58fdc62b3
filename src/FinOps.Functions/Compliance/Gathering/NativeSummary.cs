namespace FinOps.Functions.Compliance.Gathering;

/// <summary>What AWS itself counts by the tag policies of the organization.</summary>
/// <param name="LastUpdated">When AWS last looked, as it says it; empty when it does not. It looks about once a day.</param>
public sealed record NativeSummary(IReadOnlyList<NativeCount> Counts, string LastUpdated)
{
    public long NonCompliant => Counts.Sum(count => count.NonCompliant);
}

/// <param name="AccountId">Empty when AWS does not tell.</param>
/// <param name="NonCompliant">Resources; AWS does not say of how many.</param>
public sealed record NativeCount(string AccountId, string Region, string Type, long NonCompliant);
