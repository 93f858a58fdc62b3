using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The end of a run: what went wrong goes to the engine, and the exit code says whether it arrived.</summary>
internal static class FailureReport
{
    public const int Success = 0;

    /// <summary>Something failed and nobody has told the engine why.</summary>
    public const int Failed = 1;

    /// <summary>The engine has been told; it prints nothing more.</summary>
    public const int FailedAndReported = 32;

    public static async Task<int> FinishAsync(DeploymentContext context, ImmutableArray<Exception> failures)
    {
        foreach (var failure in failures)
        {
            // A log that failed cannot be reported through the log.
            if (failure is not LogException)
            {
                Report(context.Logger, failure);
            }
        }

        try
        {
            await context.Logger.FlushAsync();
        }
        catch (LogException e)
        {
            await Console.Error.WriteLineAsync($"the engine could not be told of a failure: {e.InnerException?.Message}\n{string.Join('\n', context.Logger.Errors)}");
            return Failed;
        }

        if (failures.Length > 0)
        {
            return FailedAndReported;
        }

        if (context.Logger.Errors.Count > 0)
        {
            return Failed;
        }

        await context.Monitor.SignalAndWaitForShutdownAsync();
        return Success;
    }

    private static void Report(EngineLogger logger, Exception failure)
    {
        switch (failure)
        {
            case RunException:
                logger.Log(LogLevel.Error, failure.Message);
                break;
            case ResourceException resource:
                logger.Log(LogLevel.Error, resource.HideStack ? failure.Message : failure.ToString(), resource.Resource);
                break;
            default:
                logger.Log(LogLevel.Error, $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}");
                break;
        }
    }
}
