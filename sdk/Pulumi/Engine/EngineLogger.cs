using System.Collections.Concurrent;
using Pulumirpc;

namespace Pulumi;

internal enum LogLevel
{
    Debug = LogSeverity.Debug,
    Info = LogSeverity.Info,
    Warning = LogSeverity.Warning,
    Error = LogSeverity.Error,
}

/// <summary>Messages to the engine, one after the other in the order in which they were logged.</summary>
internal sealed class EngineLogger(IEngine engine, TaskRunner runner)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Texts of the errors logged so far; any makes the run fail.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public void Log(LogLevel level, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        if (level == LogLevel.Error)
        {
            _errors.Enqueue(message);
        }

        var request = new LogRequest { Severity = (LogSeverity)level, Message = message, StreamId = streamId ?? 0, Ephemeral = ephemeral ?? false };
        lock (_gate)
        {
            _last = SendAsync(_last, request, resource);
            runner.Track(_last);
        }
    }

    /// <summary>Waits until the engine has everything.</summary>
    /// <exception cref="LogException">It has not taken a message.</exception>
    public async Task FlushAsync()
    {
        Task last;
        lock (_gate)
        {
            last = _last;
        }

        await last;
    }

    private async Task SendAsync(Task previous, LogRequest request, Resource? resource)
    {
        await previous;
        if (resource is not null)
        {
            // A resource whose registration failed, or is stuck behind a failure, never gets a URN.
            var urn = resource.Urn.DataTask;
            await Task.WhenAny(urn, runner.Ended);
            request.Urn = urn.IsCompletedSuccessfully ? urn.Result.Value : "";
        }

        try
        {
            await engine.LogAsync(request);
        }
        catch (Exception e)
        {
            throw new LogException(e);
        }
    }
}
