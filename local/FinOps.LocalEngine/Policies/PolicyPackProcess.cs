using System.Collections.Concurrent;
using System.Globalization;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Programs;

namespace FinOps.LocalEngine.Policies;

/// <summary>A pack in its own process. The first line it prints is its port.</summary>
internal sealed class PolicyPackProcess : IPolicyPackProcess
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Ample for every mistake of a pack that lists all of them before it ends.</summary>
    private const int LastLines = 500;

    private readonly ChildProcess _process;

    private PolicyPackProcess(ChildProcess process, int port)
    {
        _process = process;
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    public string Address { get; }

    public static async Task<PolicyPackProcess> StartAsync(ProcessSpec spec, PolicyPackStart start, CancellationToken cancellationToken)
    {
        var firstLine = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lastLines = new ConcurrentQueue<string>();
        void OnError(string line)
        {
            lastLines.Enqueue(line);
            while (lastLines.Count > LastLines)
            {
                lastLines.TryDequeue(out _);
            }

            start.Output(line);
        }

        void OnOutput(string line)
        {
            if (!firstLine.TrySetResult(line))
            {
                start.Output(line);
            }
        }

        var process = ChildProcess.Start(spec, OnOutput, OnError);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_patience);
            var exit = process.WaitAsync(limit.Token);
            await Task.WhenAny(firstLine.Task, exit);
            if (!firstLine.Task.IsCompletedSuccessfully)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var how = exit.IsCompletedSuccessfully ? $"a pack that ended with exit code {await exit} before it told its port" : $"a pack that told no port within {_patience.TotalSeconds} s";
                throw Failed(start, string.Join(Environment.NewLine, lastLines.Prepend(how)));
            }

            var line = await firstLine.Task;
            // Terminals are told of progress by an escape that may precede the number.
            var text = line.Replace("\u001b]9;4;3;\u001b\\", "", StringComparison.Ordinal).Replace("\u001b]9;4;0;\u001b\\", "", StringComparison.Ordinal).Trim();
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
                ? new PolicyPackProcess(process, port)
                : throw Failed(start, $"'{line}' as the first line of output");
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static EngineException Failed(PolicyPackStart start, string found) => new(
        ErrorIds.PackNotStarted, start.Pack.Directory, "", found, "a pack that prints its port as its first line and serves there",
        "Start it by hand to see why; a pack logs to stderr only.");
}
