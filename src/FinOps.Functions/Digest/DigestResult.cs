using FinOps.Functions.Sending;

namespace FinOps.Functions.Digest;

/// <summary>What became of a week's digest.</summary>
/// <param name="Report">s3:// addresses of the digest of all owners, the page first.</param>
public sealed record DigestResult(string Week, IReadOnlyList<string> Report, IReadOnlyList<ToldDigest> Told)
{
    /// <summary>True when something certainly did not reach its owner: it must be tried again.</summary>
    public bool MustBeTriedAgain => Told.Any(each => each.State == SendState.NotSent);
}

/// <param name="Via">mail or chat; null in a dry run.</param>
/// <param name="Problem">What went wrong, without a secret; null when nothing did.</param>
public sealed record ToldDigest(string Owner, string? Via, SendState? State, string? Problem);
