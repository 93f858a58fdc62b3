using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Projects;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Deployments;

/// <summary>What every part of one deployment shares.</summary>
internal sealed class DeploymentRun : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _program;
    private readonly TaskCompletionSource<PolicyGate> _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _idle;
    private int _active;

    public DeploymentRun(DeploymentRequest request, PulumiProject project, StackConfig config, StateStore store, Recorder recorder, TimeProvider time, CancellationToken cancellationToken)
    {
        Request = request;
        Project = project;
        Config = config;
        Store = store;
        Recorder = recorder;
        Time = time;
        Cancelled = cancellationToken;
        _program = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Slots = new SemaphoreSlim(Math.Max(1, request.Parallel));
        StackUrn = Urn.OfStack(request.StackName, project.Name);
    }

    public DeploymentRequest Request { get; }

    public PulumiProject Project { get; }

    public StackConfig Config { get; }

    public StateStore Store { get; }

    public Recorder Recorder { get; }

    public TimeProvider Time { get; }

    public string StackUrn { get; }

    /// <summary>Ends provider calls when the caller gives up.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>Ends the program, when the caller gives up or the deployment has failed.</summary>
    public CancellationToken ProgramStopped => _program.Token;

    /// <summary>One for each provider call that may run at a time.</summary>
    public SemaphoreSlim Slots { get; }

    /// <summary>Open once every pack is ready; cancelled when the deployment fails before. Nothing is registered until then.</summary>
    public Task<PolicyGate> Gate => _gate.Task;

    public PackRun PackRun => new(
        Request.PolicyPacks, Project.ProgramDirectory, Request.Organization, Project.Name, Request.StackName, Preview, Config, Request.StackTags, Request.Environment, Recorder, Time, Cancelled);

    public bool Preview => Request.Operation == DeploymentOperation.Preview;

    /// <summary>Why the deployment stops early; null while it goes on.</summary>
    public string? Failure { get; private set; }

    public void Open(PolicyGate gate) => _gate.TrySetResult(gate);

    /// <summary>Takes no further registrations and ends the program; what is under way is finished.</summary>
    public void Fail(string why)
    {
        lock (_lock)
        {
            Failure ??= why;
        }

        _program.Cancel();
        // After the program: whoever waits at the gate finds out why it will not open.
        _gate.TrySetCanceled(CancellationToken.None);
    }

    public void Fail(EngineException exception, string urn = "")
    {
        Recorder.Problems(exception, urn);
        Fail(exception.Problems[0].Id);
    }

    /// <summary>Marks work of the program as under way until the result is disposed; null when the deployment takes no more.</summary>
    public IDisposable? TryEnter()
    {
        lock (_lock)
        {
            if (Failure is not null || _program.IsCancellationRequested)
            {
                return null;
            }

            _active++;
            return new Exit(this);
        }
    }

    public Task WaitIdleAsync()
    {
        lock (_lock)
        {
            if (_active == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    public void Dispose()
    {
        _program.Dispose();
        Slots.Dispose();
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_active == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    private sealed class Exit(DeploymentRun run) : IDisposable
    {
        private DeploymentRun? _run = run;

        public void Dispose() => Interlocked.Exchange(ref _run, null)?.Leave();
    }
}
