using FinOps.Core.Compliance;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Compliance;

/// <summary>What one compliance report is about.</summary>
public sealed record ComplianceOptions
{
    public const int DefaultServicesByResource = 8;

    public required TagStandard Standard { get; init; }

    public WaiverList Waivers { get; init; } = WaiverList.Empty;

    public ScanOptions Scan { get; init; } = new();

    /// <summary>How many resources that are not compliant are listed; all of them are counted.</summary>
    public int MostFindings { get; init; } = ComplianceTally.DefaultFindings;

    /// <summary>For how many of the dearest services Cost Explorer is asked what single resources cost; 0 for none. Each page of an answer costs 0.01 USD.</summary>
    public int ServicesByResource { get; init; } = DefaultServicesByResource;

    /// <summary>The bucket with the figures of earlier runs; null when nothing is kept.</summary>
    public string? Bucket { get; init; }

    /// <summary>Names the run; letters, digits, - and _, at most 64. Null for the time of the run.</summary>
    public string? RunId { get; init; }
}
