using FinOps.Core.Problems;

namespace FinOps.Functions.Sending;

/// <summary>What became of one attempt to tell somebody something.</summary>
/// <param name="Receipt">What the receiver called it; for <see cref="SendState.Sent"/> only.</param>
/// <param name="Problem">What went wrong; null for <see cref="SendState.Sent"/>.</param>
public sealed record SendOutcome(SendState State, string? Receipt, Problem? Problem)
{
    public static SendOutcome Sent(string receipt) => new(SendState.Sent, receipt, null);

    /// <summary>It certainly did not arrive.</summary>
    public static SendOutcome NotSent(Problem problem) => new(SendState.NotSent, null, problem);

    /// <summary>Nobody can say whether it arrived.</summary>
    public static SendOutcome MayBeSent(Problem problem) => new(SendState.MayBeSent, null, problem);
}

public enum SendState
{
    Sent,

    /// <summary>An earlier run, or one at the same time, has sent it.</summary>
    SentBefore,

    NotSent,

    MayBeSent,
}
