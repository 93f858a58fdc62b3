using System.Text.Json.Nodes;
using Amazon.Runtime;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Optimization;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.Functions.Tests.Optimization;

/// <summary>An embedded AWS whose organization takes part in Cost Optimization Hub and Compute Optimizer, and has a bucket for reports.</summary>
public sealed class EnrolledAws : IAsyncLifetime
{
    internal const string Bucket = "reports";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-optimization-");

    internal LocalAwsServer Server { get; private set; } = null!;

    internal static OptimizationOptions Options => new() { Standard = Standards.Own };

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    internal static async Task<EnrolledAws> WithAsync(SupportPlan plan, params IReadOnlyList<Fault> faults)
    {
        var aws = new EnrolledAws();
        await aws.StartAsync(plan, faults);
        return aws;
    }

    /// <param name="retries">Real ones wait for seconds in between.</param>
    internal AwsConnection Connection(int retries = 0) => new(new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), Server.Url, AwsConnection.GlobalRegion, retries);

    internal Task<OptimizationReport> RunAsync(Func<OptimizationOptions, OptimizationOptions>? change = null, int retries = 0, TimeProvider? time = null)
    {
        var clients = new OptimizationClients(Connection(retries));
        return OptimizationInsights.RunAsync((change ?? (options => options))(Options), clients, time ?? TimeProvider.System, CancellationToken.None, CancellationToken.None);
    }

    private async Task StartAsync(SupportPlan plan = SupportPlan.Business, IReadOnlyList<Fault>? faults = null)
    {
        Server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = _directory.FullName,
            Organization = SyntheticOrganizationOptions.ForToday(TimeProvider.System) with { Accounts = 14, Months = 1 },
            SupportPlan = plan,
            Faults = faults ?? [],
        });
        using var owner = new SignedCalls(Server);
        var everybody = new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = true };
        await owner.JsonAsync("cost-optimization-hub", "CostOptimizationHubService.UpdateEnrollmentStatus", everybody, "1.0");
        await owner.JsonAsync("compute-optimizer", "ComputeOptimizerService.UpdateEnrollmentStatus", (JsonObject)everybody.DeepClone(), "1.0");
        using var clients = new OptimizationClients(Connection());
        await clients.Storage.PutBucketAsync(Bucket);
    }
}
