using FinOps.LocalEngine.Deployments;
using Spectre.Console;

namespace FinOps.Cli.Deploy;

/// <summary>Tells what a deployment is doing: one live line on a terminal, plain lines elsewhere. Problems are always lines of their own.</summary>
internal sealed class DeployProgress : IDeploymentObserver, IAsyncDisposable
{
    private readonly IAnsiConsole _console;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _live;
    private StatusContext? _status;
    private int _finished;
    private int _running;

    private DeployProgress(IAnsiConsole console)
    {
        _console = console;
        _live = console.Profile.Out.IsTerminal
            ? console.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", async status =>
            {
                _status = status;
                await _ended.Task;
            })
            : Task.CompletedTask;
    }

    public static DeployProgress Start(IAnsiConsole console) => new(console);

    public void BuildStarted(string what) => Say($"building {what}");

    public void BuildFinished(string what, TimeSpan duration)
    {
    }

    public void StepStarted(StepOperation operation, string urn)
    {
        lock (_gate)
        {
            _running++;
            Refresh(Name(urn));
        }
    }

    public void StepFinished(DeploymentStep step)
    {
        lock (_gate)
        {
            _running = Math.Max(0, _running - 1);
            _finished++;
            if (_status is null && step.Operation is not (StepOperation.Same or StepOperation.Read))
            {
                _console.WriteLine($"{StepWords.Sign(step.Operation)} {step.Type} {step.Name}");
            }

            Refresh(step.Name);
        }
    }

    public void StepFailed(StepOperation operation, string urn) => Line($"! {Name(urn)}: {operation.ToString().ToLowerInvariant()} failed");

    public void Diagnostic(DeploymentDiagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Info)
        {
            Line(diagnostic.Message);
        }
    }

    public void Violation(PolicyViolation violation)
    {
    }

    public void Remediation(PolicyRemediation remediation)
    {
    }

    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _live;
    }

    private static string Name(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    private void Say(string what)
    {
        lock (_gate)
        {
            if (_status is null)
            {
                _console.WriteLine(what);
                return;
            }

            _status.Status(Markup.Escape(what));
        }
    }

    private void Line(string text)
    {
        lock (_gate)
        {
            _console.WriteLine(text.TrimEnd());
        }
    }

    private void Refresh(string name) => _status?.Status(Markup.Escape($"{_finished} resources done, {_running} running: {name}"));
}
