using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>One running endpoint on a folder of its own, shared by the tests of a class.</summary>
public sealed class EndpointFixture : IAsyncLifetime
{
    /// <summary>The data directory.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("local-aws-").FullName;

    public LocalAwsServer Server { get; private set; } = null!;

    internal SignedCalls Calls { get; private set; } = null!;

    public string Account => Server.Organization.ManagementAccount.Id;

    public static LocalAwsOptions Options(string directory) => new()
    {
        DataDirectory = directory,
        Organization = new SyntheticOrganizationOptions { AsOf = new DateOnly(2026, 11, 20) },
    };

    public async Task InitializeAsync()
    {
        Server = await LocalAwsServer.StartAsync(Options(Directory));
        Calls = new SignedCalls(Server);
    }

    public async Task DisposeAsync()
    {
        Calls.Dispose();
        await Server.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
