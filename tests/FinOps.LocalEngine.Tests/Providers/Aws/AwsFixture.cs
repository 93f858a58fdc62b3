using Amazon.Runtime;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Providers.Aws;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>One embedded AWS on a socket for all tests of the provider; each test uses names of its own.</summary>
public sealed class AwsFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("aws-provider-").FullName;
    private static readonly HttpClient _http = new();
    private LocalAwsServer? _server;

    internal LocalAwsServer Server => _server!;

    internal string AccountId => Server.Organization.ManagementAccount.Id;

    /// <summary>Where relative assets start.</summary>
    internal string ProgramDirectory => Directory.CreateDirectory(Path.Combine(_directory, "program")).FullName;

    public async Task InitializeAsync() => _server = await LocalAwsServer.StartAsync(new LocalAwsOptions
    {
        DataDirectory = Path.Combine(_directory, "aws"),
        Organization = SyntheticOrganizationOptions.ForToday(TimeProvider.System) with { Accounts = 12, Months = 2 },
    });

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>The API itself, for what somebody does past the program.</summary>
    internal AwsSession Api => new(
        new AwsClient(new AwsEndpoints(Server.Url, new Dictionary<string, Uri>()), new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), _http, TimeProvider.System),
        "us-east-1", ProgramDirectory, TimeProvider.System);

    internal ILocalProvider Provider(params (string Key, PropertyValue Value)[] configuration)
    {
        var factory = new AwsProviderFactory(Server.Url, new BasicAWSCredentials(Server.AccessKeyId, Server.SecretAccessKey), "us-east-1");
        var (provider, failures) = factory.Create(PropertyMap.Of(configuration), ProgramDirectory);
        Assert.Empty(failures);
        return provider!;
    }
}
