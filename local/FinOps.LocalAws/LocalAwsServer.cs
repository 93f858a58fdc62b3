using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;
using Microsoft.AspNetCore.Builder;

namespace FinOps.LocalAws;

/// <summary>An AWS endpoint on loopback that answers for a synthetic organization and keeps what callers create.</summary>
public sealed class LocalAwsServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ServiceRegistry _services;
    private readonly LocalAwsEnvironment _environment;

    private LocalAwsServer(WebApplication application, ServiceRegistry services, LocalAwsEnvironment environment, CallLog calls, Credential owner)
    {
        _application = application;
        _services = services;
        _environment = environment;
        Calls = calls;
        Organization = environment.Organization;
        Url = environment.Url;
        AccessKeyId = owner.Principal.AccessKeyId;
        SecretAccessKey = owner.Secret;
        CredentialsFile = Path.Combine(environment.DataDirectory, "credentials");
        OutboxDirectory = Path.Combine(environment.DataDirectory, "outbox");
    }

    /// <summary>For example <c>http://127.0.0.1:34567</c>, without a slash at the end when printed by <see cref="Uri.OriginalString"/>.</summary>
    public Uri Url { get; }

    public CallLog Calls { get; }

    public SyntheticOrganization Organization { get; }

    /// <summary>The key of the management account's user; also in <see cref="CredentialsFile"/>.</summary>
    public string AccessKeyId { get; }

    public string SecretAccessKey { get; }

    /// <summary>An AWS shared-credentials file with the profile <c>default</c>.</summary>
    public string CredentialsFile { get; }

    /// <summary>Where sent e-mail lands.</summary>
    public string OutboxDirectory { get; }

    /// <summary>Starts the endpoint; it listens when the task ends.</summary>
    /// <exception cref="Core.Problems.ProblemException">FIN4001 the port is taken; FIN4002 the data directory or its database cannot be used; FIN4003 the credentials file is damaged.</exception>
    public static async Task<LocalAwsServer> StartAsync(LocalAwsOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var directory = Path.GetFullPath(options.DataDirectory);
        var store = Startup.OpenStore(directory);
        try
        {
            var organization = SyntheticOrganization.Create(options.Organization ?? SyntheticOrganizationOptions.ForToday(options.TimeProvider));
            var owner = Startup.ReadOwner(directory, organization.ManagementAccount.Id);
            var calls = new CallLog(store);
            var environment = new LocalAwsEnvironment
            {
                Options = options,
                Store = store,
                Calls = calls,
                Organization = organization,
                Credentials = new CredentialDirectory(store, options.TimeProvider, owner),
                DataDirectory = directory,
            };
            var services = new ServiceRegistry(environment);
            var application = LoopbackHost.Build(options.Port, new RequestPipeline(environment, services, calls).HandleAsync);
            await Startup.ListenAsync(application, options.Port, cancellationToken);
            environment.Url = LoopbackHost.AddressOf(application);
            return new LocalAwsServer(application, services, environment, calls, owner);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Keys of a role as a service of AWS gets them, which is how functions and schedules come by theirs.</summary>
    /// <param name="service">For example <c>scheduler.amazonaws.com</c>.</param>
    /// <exception cref="ArgumentException">There is no such role, or it does not trust the service.</exception>
    public RoleSession AssumeRoleAs(string service, string roleArn, string sessionName)
    {
        var issued = ServiceSessions.Issue(_environment, service, roleArn, sessionName, TimeSpan.FromHours(1))
            ?? throw new ArgumentException($"{roleArn} does not exist or does not trust {service}.", nameof(roleArn));
        return new RoleSession(issued.AccessKeyId, issued.Secret, issued.SessionToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await LoopbackHost.StopAsync(_application);
        _environment.Store.Dispose();
    }
}
