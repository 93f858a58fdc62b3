using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Amazon.Runtime;
using Amazon.S3.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.LocalAws;

namespace FinOps.Bench;

/// <summary>
/// The cost analyzer and its counterpart in Node.js, side by side in one run through the Lambda Runtime API, against one embedded AWS with one bill:
/// time to the first question for work (init), to the first answer, of warm answers, peak memory, and the size of the package. Needs a built
/// <c>infra</c> (the package), and <c>npm install &amp;&amp; npm run build</c> in bench/cost-analyzer-node.
/// </summary>
internal static class LambdaBench
{
    private const int Starts = 9;
    private const int Warm = 15;
    private const string Bucket = "bench-reports";
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("finops-lambda-bench-");
        try
        {
            await using var server = await LocalAwsServer.StartAsync(new LocalAwsOptions { DataDirectory = folder.FullName, Organization = new SyntheticOrganizationOptions { AsOf = AsOf, Months = 3 } });
            using var clients = ReportClients.Create(new AwsConnection(new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), server.Url, AwsConnection.GlobalRegion));
            await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
            var package = Path.Combine(Clone.Root, "artifacts", "lambda", "finops-functions");
            var bundle = Path.Combine(Clone.Root, "bench", "cost-analyzer-node", "dist");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"40 accounts, three months of cost; medians of {Starts} cold starts and {Warm} warm runs; the package as a zip file"));
            // The embedded AWS compiles its code and its totals for the first caller; without this only the first function would pay for it.
            await RunOnceAsync(server, Node(bundle), 2);
            var ours = await MeasureAsync(".NET", server, new ProcessStartInfo(Path.Combine(package, "bootstrap")) { WorkingDirectory = package }, ZippedMb(package));
            var theirs = await MeasureAsync("Node.js", server, Node(bundle), ZippedMb(bundle));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $".NET to Node.js: init {ours.InitMs / theirs.InitMs:0.00} x, first answer {ours.FirstMs / theirs.FirstMs:0.00} x, warm {ours.WarmMs / theirs.WarmMs:0.00} x, memory {ours.PeakMb / theirs.PeakMb:0.00} x, package {ours.PackageMb / theirs.PackageMb:0.0} x"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Node(string bundle) => new("node", [Path.Combine(bundle, "index.cjs")]) { WorkingDirectory = bundle };

    private static async Task<Figures> MeasureAsync(string name, LocalAwsServer server, ProcessStartInfo start, double packageMb)
    {
        var runs = new List<(double InitMs, double FirstMs, IReadOnlyList<double> WarmMs, double PeakMb)>();
        for (var number = 1; number <= Starts; number++)
            runs.Add(await RunOnceAsync(server, start, number == Starts ? Warm : 0));
        var result = new Figures(Median(runs.Select(run => run.InitMs)), Median(runs.Select(run => run.FirstMs)), Median(runs[^1].WarmMs), runs.Max(run => run.PeakMb), packageMb);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-8} init {result.InitMs,6:0} ms   first answer {result.FirstMs,6:0} ms   warm {result.WarmMs,6:0} ms   peak {result.PeakMb,5:0} MiB   package {result.PackageMb,5:0.0} MiB"));
        return result;
    }

    private static async Task<(double InitMs, double FirstMs, IReadOnlyList<double> WarmMs, double PeakMb)> RunOnceAsync(LocalAwsServer server, ProcessStartInfo start, int warm)
    {
        await using var runtime = RuntimeApi.Start();
        foreach (var (name, value) in Variables(server, runtime.Address))
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            await runtime.AskedForWorkAsync();
            var init = clock.Elapsed.TotalMilliseconds;
            var payload = string.Create(CultureInfo.InvariantCulture, $$"""{"asOf":"{{AsOf:yyyy-MM-dd}}"}""");
            await runtime.InvokeAsync(payload);
            var first = clock.Elapsed.TotalMilliseconds;
            var warmMs = new List<double>();
            for (var run = 0; run < warm; run++)
            {
                clock.Restart();
                await runtime.InvokeAsync(payload);
                warmMs.Add(clock.Elapsed.TotalMilliseconds);
            }

            var tree = new ProcessTree(process.Id);
            tree.Sample();
            return (init, first, warmMs, tree.PeaksMb.Values.Sum());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static Dictionary<string, string> Variables(LocalAwsServer server, string runtimeApi) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = "cost-analyzer",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
        ["AWS_ACCESS_KEY_ID"] = server.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = server.SecretAccessKey,
        ["AWS_REGION"] = AwsConnection.GlobalRegion,
        ["AWS_ENDPOINT_URL"] = server.Url.OriginalString,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["NODE_NO_WARNINGS"] = "1",
        ["ACCOUNT_ID"] = server.Organization.ManagementAccount.Id,
        ["FINOPS_REPORT_BUCKET"] = Bucket,
        ["FINOPS_REPORT_FROM"] = "finops@example.com",
        ["FINOPS_REPORT_TO"] = "finance@example.com",
        ["_HANDLER"] = "cost-analyzer",
    };

    private static double ZippedMb(string folder)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ZipFile.CreateFromDirectory(folder, file, CompressionLevel.SmallestSize, includeBaseDirectory: false);
            return new FileInfo(file).Length / 1024d / 1024d;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private sealed record Figures(double InitMs, double FirstMs, double WarmMs, double PeakMb, double PackageMb);
}
