using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Costs;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Hosting;

/// <summary>What every service of one endpoint shares.</summary>
internal sealed class LocalAwsEnvironment
{
    public required LocalAwsOptions Options { get; init; }

    public required LocalStore Store { get; init; }

    public required SyntheticOrganization Organization { get; init; }

    public required CredentialDirectory Credentials { get; init; }

    public required CallLog Calls { get; init; }

    /// <summary>Sums cost rows; null where no cost service is registered.</summary>
    public ICostTotals? CostTotals { get; set; }

    /// <summary>Full path of the data directory.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the endpoint listens; known once it has started.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1");

    public TimeProvider Time => Options.TimeProvider;

    public string ManagementAccountId => Organization.ManagementAccount.Id;
}
