using System.Diagnostics;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <returns>The exit code: 0, 32 when failures were reported to the engine, 1 when errors were logged or could not be.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoOutputs();
    });

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func();
        return await NoOutputs();
    });

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunInEngineAsync(() => BuildAsync(func, options));

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunInEngineAsync(() => BuildAsync(() => new TStack()));

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunInEngineAsync(() => BuildAsync(() => Resolve<TStack>(serviceProvider)));

    private static Task<IDictionary<string, object?>> NoOutputs() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());

    private static TStack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack =>
        services.GetService(typeof(TStack)) as TStack
        ?? throw new RunException($"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before calling RunAsync.");

    /// <summary>A stack that is a class: its constructor is the program, its properties are the outputs.</summary>
    private static Task BuildAsync<TStack>(Func<TStack> make)
        where TStack : Stack
    {
        var stack = make();
        stack.Export(Task.FromResult(stack.ExportProperties()));
        return Task.CompletedTask;
    }

    /// <summary>A stack that is a function: it is the program, its result are the outputs.</summary>
    private static async Task<IDictionary<string, object?>> BuildAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options)
    {
        var stack = new Stack(options);
        var outputs = await func();
        stack.Export(Task.FromResult(outputs));
        return outputs;
    }

    private static async Task<int> RunInEngineAsync(Func<Task> program)
    {
        var settings = DeploymentSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        while (settings.AttachDebugger && !Debugger.IsAttached)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        using var monitor = new RpcMonitor(settings.Monitor);
        using var engine = new RpcEngine(settings.Engine);
        var exitCode = await RunAsync(new DeploymentContext(settings, monitor, engine), program);
        // A program that does not return the result still has to fail: engines delete what a "complete" program did not register.
        Environment.ExitCode = exitCode;
        return exitCode;
    }

    internal static async Task<int> RunAsync(DeploymentContext context, Func<Task> program)
    {
        var outer = DeploymentContext.CurrentOrNull;
        DeploymentContext.CurrentOrNull = context;
        try
        {
            var failures = await context.Runner.RunAsync(program);
            return await FailureReport.FinishAsync(context, failures);
        }
        finally
        {
            DeploymentContext.CurrentOrNull = outer;
        }
    }
}
