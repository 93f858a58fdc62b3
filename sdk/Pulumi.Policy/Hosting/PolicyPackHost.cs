using System.Globalization;
using Pulumi.Policy.Server;
using Pulumi.Rpc;

namespace Pulumi.Policy.Hosting;

/// <summary>
/// Runs a pack as the process that an engine starts. The first line on standard output is the port and nothing else ever follows it;
/// everything that is written to the console later goes to standard error.
/// </summary>
public static class PolicyPackHost
{
    public static Task<int> RunAsync(string[] args, Func<PolicyPack> pack) => RunAsync(args, _ => pack());

    /// <param name="args">As the process got them; the engine's address and logging flags.</param>
    /// <param name="pack">Makes the pack for a stack. Also called without a stack, with <see cref="PolicyStack.None"/>, for a pack's metadata.</param>
    /// <returns>The exit code, after the engine has cancelled, gone away, or died.</returns>
    public static async Task<int> RunAsync(string[] args, Func<PolicyStack, PolicyPack> pack, PolicyPackHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        options ??= new PolicyPackHostOptions();
        // Taken before anything of the pack can write; stdout belongs to the engine.
        var engine = Console.Out;
        Console.SetOut(Console.Error);

        using var end = new CancellationTokenSource();
        using var parent = ParentProcess.Watch(end.Cancel, options);
        await using var server = await RpcServer.StartAsync(new AnalyzerService(pack, () => end.CancelAfter(options.CancelDelay)).Register);
        using var idle = new IdleWatch(server, options, end.Cancel);

        await engine.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{server.Port}\n"));
        await engine.FlushAsync();

        await Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, end.Token).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return 0;
    }
}
