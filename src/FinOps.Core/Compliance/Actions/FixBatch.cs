using System.Collections.Immutable;

namespace FinOps.Core.Compliance.Actions;

/// <summary>Resources of one account and region that the same tags mend.</summary>
/// <param name="Arns">At most <see cref="MostArns"/>.</param>
public sealed record FixBatch(string AccountId, string Region, TagFix Fix, ImmutableArray<string> Arns)
{
    /// <summary>TagResources and UntagResources take no more.</summary>
    public const int MostArns = 20;

    /// <summary>Lines for a shell of the account; empty when a name has characters that no shell should be given.</summary>
    public IReadOnlyList<string> Commands => FixCommand.Of(this);
}
