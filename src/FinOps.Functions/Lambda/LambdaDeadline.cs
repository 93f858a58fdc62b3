using Amazon.Lambda.Core;

namespace FinOps.Functions.Lambda;

/// <summary>When an invocation has to come to its end.</summary>
internal static class LambdaDeadline
{
    // Time to post the answer, or the error, before the platform kills the process.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    // What is gathered must still be analysed, rendered, stored and mailed.
    private const double ShareOfGathering = 0.7;

    public static CancellationTokenSource Of(ILambdaContext context) => After(context.RemainingTime - Margin);

    /// <summary>When a report should go on with what it has.</summary>
    public static CancellationTokenSource OfGathering(ILambdaContext context) => After((context.RemainingTime - Margin) * ShareOfGathering);

    private static CancellationTokenSource After(TimeSpan left)
    {
        var source = new CancellationTokenSource();
        // Longer than Lambda's fifteen minutes means that there is no deadline.
        if (left <= TimeSpan.Zero)
            source.Cancel();
        else if (left < TimeSpan.FromHours(1))
            source.CancelAfter(left);
        return source;
    }
}
