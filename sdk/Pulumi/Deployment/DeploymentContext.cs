using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>One run of a program: where it deploys to, what it is connected with, what is in flight. It flows with the async calls of the program.</summary>
internal sealed class DeploymentContext
{
    private static readonly AsyncLocal<DeploymentContext?> _current = new();

    private readonly ConcurrentDictionary<string, Task<bool>> _features = new(StringComparer.Ordinal);

    public DeploymentContext(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Engine = engine;
        Runner = new TaskRunner();
        Logger = new EngineLogger(engine, Runner);
        Registrar = new ResourceRegistrar(this);
        Invoker = new Invoker(this);
        Instance = new DeploymentInstance(this);
    }

    /// <exception cref="InvalidOperationException">Nothing is running.</exception>
    public static DeploymentContext Current =>
        _current.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    public static DeploymentContext? CurrentOrNull
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public DeploymentSettings Settings { get; }

    public string ProjectName => Settings.Project;

    public string StackName => Settings.Stack;

    public bool IsDryRun => Settings.IsDryRun;

    public IMonitor Monitor { get; }

    public IEngine Engine { get; }

    public TaskRunner Runner { get; }

    public EngineLogger Logger { get; }

    public ResourceRegistrar Registrar { get; }

    public Invoker Invoker { get; }

    public DeploymentInstance Instance { get; }

    /// <summary>Null until the stack resource itself has been made.</summary>
    public Stack? Stack { get; set; }

    /// <summary>Whether the engine can do what <paramref name="feature"/> names; asked once.</summary>
    public Task<bool> SupportsAsync(string feature) => _features.GetOrAdd(feature, static (id, monitor) => monitor.SupportsAsync(id), Monitor);

    /// <summary>People switch references off when a provider cannot take them.</summary>
    public async ValueTask<bool> KeepsResourcesAsync() => !Settings.DisableResourceReferences && await SupportsAsync(Features.ResourceReferences);
}

/// <summary>Names by which an engine is asked what it can do.</summary>
internal static class Features
{
    public const string ResourceReferences = "resourceReferences";
    public const string AliasSpecs = "aliasSpecs";
    public const string DeletedWith = "deletedWith";
    public const string ReplaceWith = "replaceWith";
    public const string ReplacementTrigger = "replacementTrigger";
    public const string OutputValues = "outputValues";
}
