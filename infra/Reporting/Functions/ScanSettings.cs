using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>How functions find the resources of the organization.</summary>
public sealed record ScanSettings
{
    /// <summary>The region of Resource Explorer's aggregator index, which knows the resources that never had a tag.</summary>
    [Matches("[a-z]{2}(-[a-z]+)+-[0-9]", "a region", "eu-west-1")]
    public string ExplorerRegion { get; init; } = "us-east-1";

    /// <summary>The view to ask there: it must cover the organization and show tags. The region's default view without it.</summary>
    [Matches("arn:[a-z-]+:resource-explorer-2:[a-z0-9-]+:[0-9]{12}:view/.{1,200}", "the ARN of a view", "arn:aws:resource-explorer-2:us-east-1:111122223333:view/organization/7e1f2a30-5d0c-4c6e-9c2f-0d8b1a4e6f52")]
    public string? ExplorerView { get; init; }
}
