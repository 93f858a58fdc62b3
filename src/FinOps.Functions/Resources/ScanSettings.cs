namespace FinOps.Functions.Resources;

/// <summary>How a function scans, from its environment.</summary>
public static class ScanSettings
{
    public const string ExplorerRegionVariable = "FINOPS_EXPLORER_REGION";
    public const string ExplorerViewVariable = "FINOPS_EXPLORER_VIEW";

    public static ScanOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var (options, region, view) = (new ScanOptions(), variable(ExplorerRegionVariable), variable(ExplorerViewVariable));
        return options with
        {
            Explorer = new ExplorerOptions(string.IsNullOrEmpty(region) ? options.Explorer!.Region : region, string.IsNullOrEmpty(view) ? null : view),
        };
    }
}
