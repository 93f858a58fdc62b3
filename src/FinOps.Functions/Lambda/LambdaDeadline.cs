using Amazon.Lambda.Core;

namespace FinOps.Functions.Lambda;

/// <summary>When an invocation has to come to its end.</summary>
internal static class LambdaDeadline
{
    // Time to post the answer, or the error, before the platform kills the process.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public static CancellationTokenSource Of(ILambdaContext context)
    {
        var left = context.RemainingTime - Margin;
        var source = new CancellationTokenSource();
        // Longer than Lambda's fifteen minutes means that there is no deadline.
        if (left <= TimeSpan.Zero)
            source.Cancel();
        else if (left < TimeSpan.FromHours(1))
            source.CancelAfter(left);
        return source;
    }
}
