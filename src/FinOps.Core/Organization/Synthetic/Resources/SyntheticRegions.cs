namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>The regions that every account may use; nobody in the organization opted in to more.</summary>
public static class SyntheticRegions
{
    /// <summary>Where resources that belong to no region are listed.</summary>
    public const string Home = "us-east-1";

    public static IReadOnlyList<string> All { get; } =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];
}
