using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>One embedded AWS for the tests of a class, in a folder of its own.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-report-");

    internal LocalAwsServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = _directory.FullName,
            Organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 3 },
        });
        using var clients = Clients();
        var activation = await clients.CostExplorer.UpdateCostAllocationTagsStatusAsync(new UpdateCostAllocationTagsStatusRequest
        {
            CostAllocationTagsStatus = [new CostAllocationTagStatusEntry { TagKey = "Team", Status = CostAllocationTagStatus.Active }],
        });
        Assert.Empty(activation.Errors ?? []);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    internal AwsConnection Connection() => new(new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), Server.Url, AwsConnection.GlobalRegion, Retries: 0);

    internal ReportClients Clients() => ReportClients.Create(Connection());
}
