using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Regions;

/// <summary>The regions of the aws partition, as every account of the organization has them: nobody has opted in to more than the default ones.</summary>
internal static class AwsRegions
{
    public static IReadOnlyList<string> EnabledByDefault => SyntheticRegions.All;

    public static IReadOnlyList<string> NotOptedIn { get; } =
    [
        "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ca-west-1", "eu-central-2", "eu-south-1",
        "eu-south-2", "il-central-1", "me-central-1", "me-south-1",
    ];

    /// <summary>A region that the account has not opted in to does not know the account's keys.</summary>
    /// <exception cref="SignatureRefusedException">The key is unknown there.</exception>
    public static void RequireEnabled(string region)
    {
        if (NotOptedIn.Contains(region))
            throw new SignatureRefusedException(SignatureRefusalKind.UnknownKey, "The security token included in the request is invalid.");
    }
}
