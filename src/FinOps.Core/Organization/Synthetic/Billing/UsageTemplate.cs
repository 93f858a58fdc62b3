namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>One thing that accounts of some roles run: how Cost Explorer names it and what it costs on an ordinary day.</summary>
/// <param name="UsageType">Without region prefix.</param>
/// <param name="NanoPrice">On-demand price of one unit, in billionths of a US dollar.</param>
/// <param name="DailyCents">Cost of an ordinary day in a production account of average size, in US cents.</param>
internal sealed record UsageTemplate(
    string Service,
    string ServiceCode,
    string UsageType,
    string Operation,
    string Unit,
    long NanoPrice,
    long DailyCents,
    LoadShape Shape,
    AccountRole Roles)
{
    /// <summary>Only accounts of this team have it; null means every team.</summary>
    public string? Team { get; init; }

    public string InstanceType { get; init; } = "";

    /// <summary>Normalized units of an hour of the instance.</summary>
    public int NormalizationFactor { get; init; }

    public string Platform { get; init; } = "";

    public string DatabaseEngine { get; init; } = "";

    public string DeploymentOption { get; init; } = "";

    public string UsageTypeGroup { get; init; } = "";

    /// <summary>Type part of the resource's ARN, for example <c>ec2:instance/i-</c>; empty where the bill names no resource.</summary>
    public string Resource { get; init; } = "";

    public bool IsGlobal { get; init; }

    /// <summary>Paid for by the organization's savings plan.</summary>
    public bool IsCommitted { get; init; }
}
