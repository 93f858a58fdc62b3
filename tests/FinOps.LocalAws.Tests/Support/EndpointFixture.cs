using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>One running endpoint on a folder of its own, shared by the tests of a class.</summary>
public sealed class EndpointFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("local-aws-").FullName;

    public LocalAwsServer Server { get; private set; } = null!;

    public string Account => Server.Organization.ManagementAccount.Id;

    public static LocalAwsOptions Options(string directory) => new()
    {
        DataDirectory = directory,
        Organization = new SyntheticOrganizationOptions { AsOf = new DateOnly(2026, 11, 20) },
    };

    public async Task InitializeAsync() => Server = await LocalAwsServer.StartAsync(Options(_directory));

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
