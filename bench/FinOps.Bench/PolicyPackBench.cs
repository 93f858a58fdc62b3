using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Bench;

/// <summary>
/// The C# pack and the Node.js pack with the same rule, side by side in one run: time to the first answer, Analyze calls a second, peak
/// memory, and the CPU time of a call, which a busy machine does not change; then the C# pack with all its rules on. Needs
/// <c>dotnet publish policies -c Release -r linux-x64 --self-contained false -o artifacts/policy-pack</c> and <c>npm install</c> beside the Node.js pack.
/// </summary>
internal static class PolicyPackBench
{
    private const int Resources = 10_000;
    private const int Starts = 5;
    private const string Rule = "TAG001-required-tag-missing";

    /// <summary>As many as an engine runs by default on a small machine.</summary>
    private const int Parallel = 8;

    /// <param name="pack">The pack's assembly; null means the one published to artifacts/policy-pack.</param>
    public static async Task<int> RunAsync(string? pack)
    {
        var root = Clone.Root;
        var ours = new ProcessStartInfo("dotnet", [pack ?? Path.Combine(root, "artifacts", "policy-pack", "FinOps.Policies.dll"), "127.0.0.1:9"]);
        var nodeFolder = Path.Combine(root, "tests", "FinOps.Policies.Tests", "Node");
        var node = new ProcessStartInfo("node", [Path.Combine(nodeFolder, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack"), "127.0.0.1:9", nodeFolder]) { WorkingDirectory = nodeFolder };
        var requests = Enumerable.Range(0, Resources).Select(Request).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Resources} resources of {requests[0].CalculateSize()} bytes, {Parallel} at a time, first answer: median of {Starts} starts"));

        // The client's own code is compiled in its first thousands of calls; without this only the first pack would pay for it.
        await WithPackAsync(ours, (_, channel, _) => CallAllAsync(channel, requests));
        var csharp = await MeasureAsync("C#, the one rule", ours, requests, onlyRule: true);
        var nodejs = await MeasureAsync("Node.js, the one rule", node, requests, onlyRule: false);
        await MeasureAsync("C#, all rules", ours, requests, onlyRule: false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"C# to Node.js: first answer {csharp.FirstMs / nodejs.FirstMs:0.00} x, throughput {csharp.PerSecond / nodejs.PerSecond:0.0} x, CPU a call {csharp.CpuMs / nodejs.CpuMs:0.00} x, memory {csharp.PeakMb / nodejs.PeakMb:0.00} x"));
        return 0;
    }

    private static async Task<(double FirstMs, double PerSecond, double CpuMs, double PeakMb)> MeasureAsync(string name, ProcessStartInfo start, List<AnalyzeRequest> requests, bool onlyRule)
    {
        var firsts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            firsts.Add(await WithPackAsync(start, (_, _, firstMs) => Task.FromResult(firstMs)));
        }

        var (seconds, cpu, peakMb) = await WithPackAsync(start, async (process, channel, _) =>
        {
            if (onlyRule)
            {
                await DisableOthersAsync(channel);
            }

            // The first hundreds of calls meet code that is not compiled yet; a preview of this size meets it too, so they count.
            var cpuBefore = process.TotalProcessorTime;
            var took = await CallAllAsync(channel, requests);
            var tree = new ProcessTree(process.Id);
            tree.Sample();
            process.Refresh();
            return (took, process.TotalProcessorTime - cpuBefore, tree.PeaksMb.Values.Sum());
        });
        var result = (FirstMs: firsts.Order().ElementAt(Starts / 2), PerSecond: requests.Count / seconds, CpuMs: cpu.TotalMilliseconds / requests.Count, PeakMb: peakMb);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-24} first answer {result.FirstMs,6:0} ms   {result.PerSecond,7:0} calls/s   {result.CpuMs,6:0.000} ms of CPU a call   peak {result.PeakMb,5:0} MiB"));
        return result;
    }

    /// <returns>The seconds that it took.</returns>
    private static async Task<double> CallAllAsync(RpcChannel channel, List<AnalyzeRequest> requests)
    {
        var clock = Stopwatch.StartNew();
        await System.Threading.Tasks.Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (request, cancellationToken) => await channel.CallAsync(RpcMethods.Analyzer.Analyze, request, cancellationToken: cancellationToken));
        return clock.Elapsed.TotalSeconds;
    }

    /// <param name="use">Gets the process, a channel to it, and the milliseconds from its start to its first answer.</param>
    private static async Task<T> WithPackAsync<T>(ProcessStartInfo start, Func<Process, RpcChannel, double, Task<T>> use)
    {
        var clock = Stopwatch.StartNew();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended without a port");
            using var channel = new RpcChannel(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{int.Parse(line, CultureInfo.InvariantCulture)}"));
            await channel.CallAsync(RpcMethods.Analyzer.ConfigureStack, new AnalyzerStackConfigureRequest { Stack = "dev", Project = "bench", Organization = "org", DryRun = true });
            await channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty());
            await channel.CallAsync(RpcMethods.Analyzer.Analyze, Request(0));
            return await use(process, channel, clock.Elapsed.TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task DisableOthersAsync(RpcChannel channel)
    {
        var configure = new ConfigureAnalyzerRequest();
        foreach (var policy in (await channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty())).Policies)
        {
            configure.PolicyConfig.Add(policy.Name, new PolicyConfig { EnforcementLevel = policy.Name == Rule ? EnforcementLevel.Mandatory : EnforcementLevel.Disabled });
        }

        await channel.CallAsync(RpcMethods.Analyzer.Configure, configure);
    }

    /// <summary>A bucket of about 2 KB; one in ten lacks a key.</summary>
    private static AnalyzeRequest Request(int i)
    {
        var tags = PropertyMap.Of(("Project", "checkout-api"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"), ("Name", $"bucket-{i}"));
        var inputs = PropertyMap.Of(
            ("bucket", $"bench-bucket-{i}"),
            ("tags", i % 10 == 0 ? tags : tags.Set("Team", "payments")),
            ("policy", new string('x', 600)),
            ("rules", PropertyValue.Of(Enumerable.Range(0, 12).Select(rule => PropertyValue.Of(PropertyMap.Of(("id", $"rule-{rule}"), ("prefix", $"logs/{rule}/"), ("days", rule * 30), ("enabled", true)))))));
        return new AnalyzeRequest
        {
            Type = "aws:s3/bucket:Bucket",
            Name = $"bucket-{i}",
            Urn = $"urn:pulumi:dev::bench::aws:s3/bucket:Bucket::bucket-{i}",
            Properties = PropertyCodec.ToBytes(inputs),
            Options = new AnalyzerResourceOptions(),
        };
    }
}
