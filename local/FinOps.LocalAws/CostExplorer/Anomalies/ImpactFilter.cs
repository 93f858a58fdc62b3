using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>GetAnomalies' TotalImpact.</summary>
internal sealed record ImpactFilter(string? Operator, decimal Start, decimal? End)
{
    private static readonly string[] Operators = ["EQUAL", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL", "GREATER_THAN", "LESS_THAN", "BETWEEN"];

    public static ImpactFilter Read(RequestInput input)
    {
        if (input.Object("TotalImpact") is not { } impact)
            return new ImpactFilter(null, 0, null);
        var comparison = impact.Choice("NumericOperator", Operators, required: true);
        var filter = new ImpactFilter(comparison, impact.Number("StartValue", required: true) ?? 0, impact.Number("EndValue"));
        input.Check();
        return comparison != "BETWEEN" || filter.End is not null
            ? filter
            : throw CostExplorerErrors.Validation("TotalImpact with the operator BETWEEN needs EndValue.");
    }

    public bool Accepts(decimal impact) => Operator switch
    {
        null => true,
        "EQUAL" => impact == Start,
        "GREATER_THAN_OR_EQUAL" => impact >= Start,
        "LESS_THAN_OR_EQUAL" => impact <= Start,
        "GREATER_THAN" => impact > Start,
        "LESS_THAN" => impact < Start,
        _ => impact >= Start && impact <= End,
    };
}
