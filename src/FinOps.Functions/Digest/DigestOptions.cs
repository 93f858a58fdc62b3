using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;

namespace FinOps.Functions.Digest;

/// <summary>How the digest is told.</summary>
/// <param name="Delivery">The bucket of the reports, the sender, and who is told of what nobody owns.</param>
/// <param name="Chat">The channel that is told besides the mails; null for mail alone.</param>
public sealed record DigestOptions(TagStandard Standard, DeliveryOptions Delivery, ChatChannel? Chat)
{
    /// <summary>Whoever answers for what nobody owns.</summary>
    public const string Nobody = "FinOps";

    /// <summary>As <c>2026-W47</c>; null for the current one.</summary>
    public string? Week { get; init; }

    /// <summary>True to make the digest, store nothing and tell nobody.</summary>
    public bool DryRun { get; init; }

    /// <summary>True when a person has looked, and wants sent what an earlier run may have sent.</summary>
    public bool SendUncertain { get; init; }

    /// <exception cref="ProblemException">FIN5003, with every mistake in the settings.</exception>
    public static DigestOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var delivery = DeliveryOptions.FromEnvironment(variable);
        return delivery.Bucket is not null
            ? new DigestOptions(TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName)), delivery, ChatChannel.FromEnvironment(variable))
            : throw new ProblemException([new Problem(AwsFailure.Settings, "environment", DeliveryOptions.BucketVariable, "nothing", "the bucket of the reports", "Name it; the stack output reportBucket has it.")]);
    }

    /// <summary>An owner that the standard does not know is nobody: no report can have mail sent to an address of its own.</summary>
    internal string OwnerOf(string owner) => Standard.Team(owner) is null ? Nobody : owner;

    internal IReadOnlyList<string> AddressesOf(string owner) => Standard.Team(owner) is { } team ? [team.OwnerEmail] : Delivery.To;
}
