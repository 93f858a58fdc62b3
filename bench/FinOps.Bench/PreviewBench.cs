using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FinOps.Bench;

/// <summary>Runs <c>./finops preview</c> as a user would, on a fresh data folder, and prints wall time, time per resource and peak memory of each process.</summary>
internal static class PreviewBench
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(int[] sizes)
    {
        var root = Clone.Root;
        await PreviewAsync(root, sizes[0]);

        var rows = new List<(int Accounts, int Resources, double Seconds, IReadOnlyDictionary<string, double> PeaksMb)>();
        foreach (var accounts in sizes)
        {
            var runs = new List<(int Resources, double Seconds, IReadOnlyDictionary<string, double> PeaksMb)>();
            for (var run = 0; run < Runs; run++)
            {
                runs.Add(await PreviewAsync(root, accounts));
            }

            var (resources, seconds, peaks) = runs.OrderBy(run => run.Seconds).ElementAt(Runs / 2);
            rows.Add((accounts, resources, seconds, peaks));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accounts,6} accounts  {resources,6} resources  {seconds,7:0.00} s (median of {Runs})  peak {peaks.Values.Sum(),5:0} MiB: {string.Join(", ", peaks.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value:0}")))}"));
        }

        // What start-up costs cancels out between two sizes; what is left is the cost of one more resource.
        foreach (var (small, large) in rows.Zip(rows.Skip(1)))
        {
            var perResource = (large.Seconds - small.Seconds) * 1000 / (large.Resources - small.Resources);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{small.Accounts} -> {large.Accounts} accounts: {perResource:0.00} ms for each further resource"));
        }

        return 0;
    }

    private static async Task<(int Resources, double Seconds, IReadOnlyDictionary<string, double> PeaksMb)> PreviewAsync(string root, int accounts)
    {
        var data = Directory.CreateTempSubdirectory("finops-bench-");
        try
        {
            var json = Path.Combine(data.FullName, "preview.json");
            var start = new ProcessStartInfo(Path.Combine(root, "finops"), ["preview", "--accounts", accounts.ToString(CultureInfo.InvariantCulture), "--data", data.FullName, "--json", json])
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var tree = new ProcessTree(process.Id);
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            var ended = process.WaitForExitAsync();
            while (!ended.IsCompleted)
            {
                tree.Sample();
                await Task.WhenAny(ended, Task.Delay(50));
            }

            var seconds = clock.Elapsed.TotalSeconds;
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"finops preview ended with {process.ExitCode}:\n{await output}\n{await error}");
            }

            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(json));
            return (document.RootElement.GetProperty("steps").GetArrayLength(), seconds, tree.PeaksMb);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
