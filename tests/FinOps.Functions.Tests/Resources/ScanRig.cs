using Amazon.Runtime;
using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Resources;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Resources;

/// <summary>An embedded AWS with faults, a scan of it, and what the scan gave to its sink.</summary>
internal sealed class ScanRig : IAsyncDisposable, IResourceSink
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-scan-");

    public LocalAwsServer Server { get; private set; } = null!;

    public SyntheticOrganization Organization => Server.Organization;

    public SkippingTime Time { get; } = new();

    public ScanOptions Options { get; set; } = new() { Concurrency = 8 };

    public string RoleName { get; init; } = "OrganizationAccountAccessRole";

    public List<(LiveResource Resource, SeenBy Source)> Found { get; } = [];

    /// <summary>Called with each resource.</summary>
    public Action OnResource { get; set; } = () => { };

    public static async Task<ScanRig> StartAsync(int accounts = 4, int freeResources = 12, string roleName = "OrganizationAccountAccessRole", Func<SyntheticOrganization, Fault[]>? faults = null)
    {
        var organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 1, Accounts = accounts, FreeResources = freeResources };
        var rig = new ScanRig { RoleName = roleName };
        rig.Server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = rig._directory.FullName,
            Organization = organization,
            Faults = faults?.Invoke(SyntheticOrganization.Create(organization)) ?? [],
        });
        return rig;
    }

    public void Add(LiveResource resource, SeenBy source)
    {
        Found.Add((resource, source));
        OnResource();
    }

    public async Task<ScanOutcome> RunAsync(CancellationToken deadline = default, CancellationToken cancellationToken = default)
    {
        var connection = new AwsConnection(new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), Server.Url, AwsConnection.GlobalRegion, Retries: 0);
        using var sessions = new MemberSessions(connection, new MemberSettings(RoleName, "any"), "scan");
        return await new ResourceScanner(sessions, Options, Time).RunAsync(this, deadline, cancellationToken);
    }

    /// <summary>What the Tagging API lists.</summary>
    public static bool IsListed(SyntheticResource resource) => resource.EverTagged && !IsGroup(resource);

    /// <summary>What both services together find: all but tagged Auto Scaling groups, which neither does.</summary>
    public List<string> Expected(Func<SyntheticResource, bool>? which = null) =>
    [
        .. Organization.Accounts.SelectMany(account => Organization.ResourcesOf(account))
            .Where(resource => (which?.Invoke(resource) ?? true) && (!IsGroup(resource) || resource.Live.Tags.Count == 0))
            .Select(resource => resource.Live.Arn).Order(StringComparer.Ordinal),
    ];

    /// <summary>The ARNs that were found, without the accounts themselves, which the Tagging API of the management account lists too.</summary>
    public List<string> Arns(SeenBy? source = null) =>
    [
        .. Found.Where(found => found.Resource.Type != "organizations:account" && (source is null || found.Source == source)).Select(found => found.Resource.Arn).Order(StringComparer.Ordinal),
    ];

    private static bool IsGroup(SyntheticResource resource) => resource.Live.Type == "autoscaling:autoScalingGroup";

    public int Calls(string operation) => Server.Calls.SinceStart().Count(call => call.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
