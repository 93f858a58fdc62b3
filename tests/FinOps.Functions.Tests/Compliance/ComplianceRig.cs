using Amazon.Runtime;
using Amazon.S3.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Compliance;
using FinOps.Functions.Members;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Compliance;

/// <summary>An embedded AWS with faults, and the compliance report of it.</summary>
internal sealed class ComplianceRig : IAsyncDisposable
{
    public const string Bucket = "compliance-reports-test";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-compliance-");

    public LocalAwsServer Server { get; private set; } = null!;

    public FixedTime Time { get; } = new();

    public ReportClients Clients { get; private set; } = null!;

    public ComplianceOptions Options { get; set; } = new() { Standard = Standards.Own, Bucket = Bucket, RunId = "one", Scan = new() { Concurrency = 8, FirstWait = TimeSpan.FromMilliseconds(1) } };

    /// <summary>Without retries by the SDK: the scan tries again by itself.</summary>
    public AwsConnection Connection => new(new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), Server.Url, AwsConnection.GlobalRegion, Retries: 0);

    public MemberSettings? Members { get; init; } = new("OrganizationAccountAccessRole", "any");

    public static async Task<ComplianceRig> StartAsync(Func<SyntheticOrganization, Fault[]>? faults = null)
    {
        var organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 1, Accounts = 4 };
        var rig = new ComplianceRig();
        rig.Server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = rig._directory.FullName,
            Organization = organization,
            Faults = faults?.Invoke(SyntheticOrganization.Create(organization)) ?? [],
        });
        rig.Clients = ReportClients.Create(rig.Connection);
        await rig.Clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        return rig;
    }

    public Task<ComplianceReport> RunAsync(CancellationToken deadline = default) =>
        ComplianceChecker.RunAsync(Options, Connection, Members, Clients, Time, deadline, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Clients.Dispose();
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
