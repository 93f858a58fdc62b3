using FinOps.Functions.Sending;

namespace FinOps.Functions.Responder;

/// <summary>What became of an event.</summary>
/// <param name="Told">One entry for each owner of each record.</param>
public sealed record ResponderResult(IReadOnlyList<ToldOwner> Told)
{
    /// <summary>True when something certainly did not reach its owner: the event must be tried again.</summary>
    public bool MustBeTriedAgain => Told.Any(each => each.State == SendState.NotSent);
}

/// <param name="Alert">The kind of alert.</param>
/// <param name="Via">Slack, Teams or mail; null when nothing was sent.</param>
/// <param name="Problem">What went wrong, without a secret; null when nothing did.</param>
/// <param name="Text">The message, in a dry run.</param>
public sealed record ToldOwner(string MessageId, string Alert, string Owner, SendState? State, string? Via, string? Problem, string? Text);
