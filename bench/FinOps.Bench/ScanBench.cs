using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Resources;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Bench;

/// <summary>
/// The scan of resources against an embedded AWS in a process of its own that answers every call 50 ms late and lets 15 GetResources a second pass
/// for each account and region. No scan can be faster than its calls, one after another in each of its lanes: calls x latency / concurrency.
/// </summary>
internal static class ScanBench
{
    private const int LatencyMs = 50;
    private const int TaggingPerSecond = 15;
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    /// <param name="perAccount">Resources of each account, in addition to the two dozen of its bill.</param>
    public static async Task<int> RunAsync(int accounts, int perAccount, int concurrency)
    {
        using var server = Start("scan-server", accounts, perAccount);
        try
        {
            var words = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            var connection = new AwsConnection(new BasicAWSCredentials(words[1], words[2]), new Uri(words[0]), AwsConnection.GlobalRegion);
            using var sessions = new MemberSessions(connection, new MemberSettings("OrganizationAccountAccessRole", "any"), "bench");
            var (sink, options) = (new Counter(), new ScanOptions { Concurrency = concurrency });
            var clock = Stopwatch.StartNew();
            var outcome = await new ResourceScanner(sessions, options, TimeProvider.System).RunAsync(sink, CancellationToken.None, CancellationToken.None);
            var wall = clock.Elapsed.TotalSeconds;
            using var self = Process.GetCurrentProcess();

            // Each account's role is assumed once; Organizations lists 20 accounts a page.
            var calls = outcome.Requests.Values.Sum() + outcome.Retries + (accounts - 1) + ((accounts + 19) / 20) + 1;
            var bound = calls * LatencyMs / 1000.0 / concurrency;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accounts} accounts, {outcome.Read.Count} places read, {outcome.NotRead.Count} not, {outcome.Resources} resources of {sink.Types} types, {outcome.NeverTagged} never tagged"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calls {calls} ({string.Join(", ", outcome.Requests.Select(each => $"{each.Key} {each.Value}"))}, {outcome.Retries} retries)"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wall {wall:0.0} s, bound {bound:0.0} s ({LatencyMs} ms, {concurrency} at a time), ratio {wall / bound:0.00}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time: the scan {self.TotalProcessorTime.TotalSeconds:0.0} s, the embedded AWS {server.TotalProcessorTime.TotalSeconds:0.0} s, on {Environment.ProcessorCount} processors; peak memory of the scan {self.PeakWorkingSet64 / 1048576} MiB"));
            foreach (var spot in outcome.NotSeen)
                Console.WriteLine($"not seen: {spot.What}: {spot.Why}");
            return outcome.NotRead.Count == 0 ? 0 : 1;
        }
        finally
        {
            // Its input ends, and so does it.
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    /// <summary>The other process: says where it listens and by which keys, and ends with its input.</summary>
    public static async Task<int> ServeAsync(int accounts, int perAccount)
    {
        var folder = Directory.CreateTempSubdirectory("finops-scan-bench-");
        try
        {
            await using var server = await LocalAwsServer.StartAsync(new LocalAwsOptions
            {
                DataDirectory = folder.FullName,
                Organization = new SyntheticOrganizationOptions { AsOf = AsOf, Months = 1, Accounts = accounts, FreeResources = perAccount },
                Faults = [new Fault { Delay = TimeSpan.FromMilliseconds(LatencyMs) }, new Fault { Service = "tagging", PerSecond = TaggingPerSecond }],
            });
            Console.WriteLine($"{server.Url.OriginalString} {server.AccessKeyId} {server.SecretAccessKey}");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string bench, params int[] numbers)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(bench);
        foreach (var number in numbers)
            start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
        return Process.Start(start)!;
    }

    /// <summary>Counts by type, as a report would.</summary>
    private sealed class Counter : IResourceSink
    {
        private readonly Dictionary<string, int> _byType = new(StringComparer.Ordinal);

        public int Types => _byType.Count;

        public void Add(LiveResource resource, SeenBy source) => _byType[resource.Type] = _byType.GetValueOrDefault(resource.Type) + 1;
    }
}
