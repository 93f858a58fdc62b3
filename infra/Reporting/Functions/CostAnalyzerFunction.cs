using System.Globalization;
using FinOps.Infra.Permissions;
using Pulumi;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class CostAnalyzerFunction : IPlatformFunction
{
    public string Name => "cost-analyzer";

    public bool StoresReports => true;

    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    public FunctionDeclaration Declare(FunctionScope scope) => new(
        Name,
        "Weekly cost report: allocated share, unallocated spend and its drivers, movers, forecast, anomalies, budgets, and what to decide.",
        scope.Settings.Schedule,
        [
            PolicyDocument.Allow("ReadCost", ["ce:GetCostAndUsage", "ce:GetAnomalies", .. scope.Settings.CostAnalyzer.AwsForecast ? (string[])["ce:GetCostForecast"] : []], "*"),
            PolicyDocument.Allow("ReadBudgets", ["budgets:ViewBudget"], $"arn:aws:budgets::{scope.Args.AccountId}:budget/*"),
            scope.StoreReports(),
            scope.KnowWhatIsStored(),
            scope.MailReports(),
        ],
        Environment(scope))
    {
        Invoker = "schedule",
    };

    private static InputMap<string> Environment(FunctionScope scope)
    {
        var settings = scope.Settings.CostAnalyzer;
        var environment = scope.ReportingEnvironment();
        environment.Add("FINOPS_COST_GATE_USD", settings.GateUsd.ToString(CultureInfo.InvariantCulture));
        environment.Add("FINOPS_COST_GATE_PERCENT", settings.GatePercent.ToString(CultureInfo.InvariantCulture));
        if (settings.Tags.Count > 0)
        {
            environment.Add("FINOPS_COST_TAGS", string.Join(',', settings.Tags));
        }

        if (settings.Categories.Count > 0)
        {
            environment.Add("FINOPS_COST_CATEGORIES", string.Join(',', settings.Categories));
        }

        if (settings.AwsForecast)
        {
            environment.Add("FINOPS_COST_FORECAST", "aws");
        }

        return environment;
    }
}
