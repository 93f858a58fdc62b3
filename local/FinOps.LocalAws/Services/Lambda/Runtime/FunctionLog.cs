using System.Globalization;
using System.Text;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Logs;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>Collects what one process writes and puts it into the function's log group, an invocation at a time.</summary>
internal sealed class FunctionLog
{
    private readonly LocalAwsEnvironment _environment;
    private readonly FunctionSnapshot _function;
    private readonly Lock _lock = new();
    private List<(long Time, string Message)> _lines = [];

    public FunctionLog(LocalAwsEnvironment environment, FunctionSnapshot function)
    {
        (_environment, _function) = (environment, function);
        StreamName = $"{environment.Time.GetUtcNow().UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}/[$LATEST]{KeyMaterial.Id("", 32).ToLowerInvariant()}";
    }

    /// <summary>As Lambda names streams: <c>2026/11/21/[$LATEST]…</c>.</summary>
    public string StreamName { get; }

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
            _lines.Add((_environment.Time.GetUtcNow().ToUnixTimeMilliseconds(), line + "\n"));
    }

    /// <summary>Stores what came since the last flush and answers it as text.</summary>
    public string Flush()
    {
        List<(long Time, string Message)> lines;
        lock (_lock)
            (lines, _lines) = (_lines, []);
        if (lines.Count == 0)
            return "";
        var now = _environment.Time.GetUtcNow();
        _environment.Store.Write(session =>
        {
            // Lambda makes the group when the role lets it; a stack that made it first has set its retention.
            if (session.Get(LogStore.Groups(_function.AccountId), _function.LogGroup) is null)
                LogStore.CreateGroup(session, _function.AccountId, _function.Region, _function.LogGroup, now);
            LogStore.CreateStream(session, _function.AccountId, _function.LogGroup, StreamName, now);
            // An empty message is no event.
            LogStore.Append(session, _function.AccountId, _function.LogGroup, StreamName, lines, now);
        });
        return lines.Aggregate(new StringBuilder(), (text, line) => text.Append(line.Message)).ToString();
    }
}
