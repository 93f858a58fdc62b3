using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Schedules;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Scheduling;

/// <summary>An embedded AWS of few accounts, and runs of the scheduler against it in which every schedule is open, or closed.</summary>
internal sealed class Schedulers : IAsyncDisposable
{
    public const string Open = "always";
    public const string Closed = "never";

    private static readonly MemberSettings Role = new("OrganizationAccountAccessRole", "any");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-scheduler-");

    public LocalAwsServer Server { get; private set; } = null!;

    public static async Task<Schedulers> StartAsync(params Fault[] faults)
    {
        var started = new Schedulers();
        started.Server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = started._directory.FullName,
            Organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 2, Accounts = 30, FreeResources = 0 },
            Faults = faults,
        });
        return started;
    }

    public AwsConnection Connection(int retries = 0) => new(new Amazon.Runtime.BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), Server.Url, AwsConnection.GlobalRegion, retries);

    public static SchedulerOptions Options(string hours, bool apply) => new(
        ScheduleBook.Read("test", new Dictionary<string, string> { ["office-hours"] = hours, ["extended-hours"] = hours }, [], "UTC"),
        SwitchRules.Create("test", "Schedule", ["dev", "test", "sandbox"], ["prod"], []), apply)
    {
        // Where the organization has most of what it runs.
        Regions = ["eu-west-1", "us-east-1"],
    };

    public async Task<SchedulerReport> RunAsync(string hours, bool apply = true, TimeProvider? time = null, string? bucket = null, int retries = 0, MemberSettings? role = null, CancellationToken deadline = default)
    {
        using var clients = ReportClients.Create(Connection(retries));
        var (report, _) = await ScheduledRun.RunAsync(
            Options(hours, apply) with { Concurrency = 4 }, Connection(retries), role ?? Role, clients, new DeliveryOptions(bucket, null, []), time ?? TimeProvider.System, deadline, CancellationToken.None);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
