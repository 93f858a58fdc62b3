using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>Has no schedule: whoever may invoke it asks for the months they want.</summary>
internal sealed class HistoricalCostAnalyzerFunction : IPlatformFunction
{
    public string Name => "historical-cost-analyzer";

    public bool StoresReports => true;

    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    public FunctionDeclaration Declare(FunctionScope scope) => new(
        Name,
        "Cost history on demand: any months by any grouping, month over month, seasonality.",
        null,
        [PolicyDocument.Allow("ReadCost", ["ce:GetCostAndUsage"], "*"), scope.StoreReports(), scope.KnowWhatIsStored()],
        scope.StoringEnvironment());
}
