using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FinOps.Bench;

/// <summary>Runs <c>./finops preview</c> as a user would, on a fresh data folder, and prints wall time, time per resource and peak memory of each process.</summary>
internal static class PreviewBench
{
    private const int Runs = 3;
    private const int Pairs = (2 * Runs) + 1;

    public static async Task<int> RunAsync(int[] sizes)
    {
        var root = Clone.Root;
        await PreviewAsync(root, sizes[0]);

        var rows = new List<Row>();
        foreach (var accounts in sizes)
        {
            rows.Add(await MeasureAsync(root, accounts));
        }

        // What start-up costs cancels out between two sizes; what is left is the cost of one more resource.
        foreach (var (small, large) in rows.Zip(rows.Skip(1)))
        {
            var perResource = (large.Seconds - small.Seconds) * 1000 / (large.Resources - small.Resources);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{small.Accounts} -> {large.Accounts} accounts: {perResource:0.00} ms for each further resource"));
        }

        return 0;
    }

    /// <summary>Whether one account more costs the same in a large organization as in a small one, with three budgets for each.</summary>
    public static async Task<int> GrowthAsync(int[] sizes)
    {
        var root = Clone.Root;
        using var stack = new ThreeBudgetStack(root);
        await PreviewAsync(root, sizes[0], "--program", stack.Folder);

        var rows = new List<Row>();
        foreach (var accounts in sizes)
        {
            rows.Add(await MeasureAsync(root, accounts, "--program", stack.Folder));
        }

        var steps = rows.Zip(rows.Skip(1), (small, large) => (
            Name: $"{small.Accounts} -> {large.Accounts}",
            Ms: (large.Seconds - small.Seconds) * 1000 / (large.Accounts - small.Accounts),
            KiB: (large.PeakMb - small.PeakMb) * 1024 / (large.Accounts - small.Accounts))).ToList();
        foreach (var (name, ms, kib) in steps)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} accounts: {ms:0.00} ms and {kib:0} KiB for each further account"));
        }

        foreach (var (small, large) in steps.Zip(steps.Skip(1)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{large.Name} beside {small.Name}: time x {large.Ms / small.Ms:0.00}, memory x {large.KiB / small.KiB:0.00} for each account (growth is linear up to x 1.20)"));
        }

        return 0;
    }

    /// <summary>The same preview with and without the policy pack, in turn, so that what else the machine does falls on both alike.</summary>
    public static async Task<int> WithAndWithoutPackAsync(int accounts)
    {
        var root = Clone.Root;
        await PreviewAsync(root, accounts);

        var (with, without, resources) = (new List<double>(), new List<double>(), 0);
        for (var run = 0; run < Pairs; run++)
        {
            (resources, var seconds, _) = await PreviewAsync(root, accounts);
            with.Add(seconds);
            without.Add((await PreviewAsync(root, accounts, "--no-policy-pack")).Seconds);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair {run + 1} of {Pairs}: {with[^1]:0.00} s with the pack, {without[^1]:0.00} s without"));
        }

        double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
        // Both of a pair meet nearly the same machine, so the median of the differences is steadier than the difference of the medians.
        var added = Median([.. with.Zip(without, (one, other) => one - other)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{accounts} accounts, {resources} resources, median of {with.Count} pairs: {Median(with):0.00} s with the pack, {Median(without):0.00} s without; the pack adds {added:0.00} s, {added * 1000 / resources:0.00} s for each 1,000 resources"));
        return 0;
    }

    private static async Task<Row> MeasureAsync(string root, int accounts, params string[] more)
    {
        var runs = new List<(int Resources, double Seconds, IReadOnlyDictionary<string, double> PeaksMb)>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await PreviewAsync(root, accounts, more));
        }

        var (resources, seconds, peaks) = runs.OrderBy(run => run.Seconds).ElementAt(Runs / 2);
        var row = new Row(accounts, resources, seconds, peaks.Values.Sum());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accounts,6} accounts  {resources,6} resources  {seconds,7:0.00} s (median of {Runs})  peak {row.PeakMb,5:0} MiB: {string.Join(", ", peaks.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value:0}")))}"));
        return row;
    }

    private static async Task<(int Resources, double Seconds, IReadOnlyDictionary<string, double> PeaksMb)> PreviewAsync(string root, int accounts, params string[] more)
    {
        var data = Directory.CreateTempSubdirectory("finops-bench-");
        try
        {
            var json = Path.Combine(data.FullName, "preview.json");
            var start = new ProcessStartInfo(Path.Combine(root, "finops"), ["preview", "--accounts", accounts.ToString(CultureInfo.InvariantCulture), "--data", data.FullName, "--json", json, .. more])
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

    /// <param name="PeakMb">Of all processes together, MiB.</param>
    private sealed record Row(int Accounts, int Resources, double Seconds, double PeakMb);
}
