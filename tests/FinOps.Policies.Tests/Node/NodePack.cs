using System.Diagnostics;
using System.Globalization;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;

namespace FinOps.Policies.Tests.Node;

/// <summary>The same rule under the Node.js policy SDK, in its own process. Needs node, and <c>npm install</c> in this folder.</summary>
internal sealed class NodePack : IDisposable
{
    private readonly Process _process;

    private NodePack(Process process, RpcChannel channel) => (_process, Channel) = (process, channel);

    public static string Folder { get; } = Repository.At("tests", "FinOps.Policies.Tests", "Node");

    public static bool IsInstalled => File.Exists(Runner) && Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));

    public RpcChannel Channel { get; }

    private static string Runner => Path.Combine(Folder, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack", "index.js");

    public static async Task<NodePack> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", [Runner, "127.0.0.1:9", Folder]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));
        var channel = new RpcChannel(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{int.Parse(line!, CultureInfo.InvariantCulture)}"));
        await channel.CallAsync(RpcMethods.Analyzer.ConfigureStack, new Pulumirpc.AnalyzerStackConfigureRequest { Stack = "dev", Project = "shop", Organization = "org", DryRun = true });
        return new NodePack(process, channel);
    }

    public void Dispose()
    {
        Channel.Dispose();
        _process.Kill();
        _process.Dispose();
    }
}
