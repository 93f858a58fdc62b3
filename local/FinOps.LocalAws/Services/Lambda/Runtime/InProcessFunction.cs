using FinOps.LocalAws.Hosting;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>A function whose code is in this process: what a test or a debugger can look into.</summary>
internal static class InProcessFunction
{
    public static async Task<InvocationResult> RunAsync(
        LocalAwsEnvironment environment, FunctionSnapshot function, InvocationRequest request, Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> run, CancellationToken cancellation)
    {
        var log = new FunctionLog(environment, function);
        try
        {
            return new InvocationResult(await run(request.Payload, cancellation), Failed: false, log.Flush());
        }
#pragma warning disable CA1031 // Whatever a function throws is its error, which Lambda answers.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.Add(failure.ToString());
            return new InvocationResult(InvocationResult.Error(request.Id, failure.GetType().Name, failure.Message), Failed: true, log.Flush());
        }
    }
}
