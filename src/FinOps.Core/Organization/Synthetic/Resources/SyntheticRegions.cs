namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>The regions of the partition, and which of them an account may use.</summary>
public static class SyntheticRegions
{
    /// <summary>Where resources that belong to no region are listed.</summary>
    public const string Home = "us-east-1";

    /// <summary>Every account may use these.</summary>
    public static IReadOnlyList<string> Always { get; } =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    /// <summary>An account may use these from the day on which it opts in.</summary>
    public static IReadOnlyList<string> OptIn { get; } = ["af-south-1", "ap-east-1", "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1"];

    /// <summary>One account in ten opted into one region more.</summary>
    public static string? OptedIn(SyntheticAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Index % 10 == 5 ? "eu-south-1" : null;
    }

    /// <summary>False for a region that the account would have to opt into first; true for a region that this list does not know.</summary>
    public static bool IsEnabled(SyntheticAccount account, string region) => !OptIn.Contains(region) || OptedIn(account) == region;

    /// <summary>All that the account may use, in ordinal order.</summary>
    public static IEnumerable<string> Of(SyntheticAccount account) => OptedIn(account) is { } more ? Always.Append(more).Order(StringComparer.Ordinal) : Always;
}
