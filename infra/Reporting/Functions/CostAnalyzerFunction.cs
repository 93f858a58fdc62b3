using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class CostAnalyzerFunction : IPlatformFunction
{
    public string Name => "cost-analyzer";

    public bool StoresReports => true;

    /// <summary>Cost Explorer knows no resource-level permissions for these reads, so its statement stands on *.</summary>
    public FunctionDeclaration Declare(FunctionScope scope) => new(
        Name,
        "Weekly cost report: allocated share, unallocated spend and its drivers, top movers.",
        scope.Settings.Schedule,
        [
            PolicyDocument.Allow("ReadCost", ["ce:GetCostAndUsage"], "*"),
            PolicyDocument.Allow("ReadBudgets", ["budgets:ViewBudget"], $"arn:aws:budgets::{scope.Args.AccountId}:budget/*"),
            scope.StoreReports(),
            scope.KnowWhatIsStored(),
            scope.MailReports(),
        ],
        scope.ReportingEnvironment())
    {
        Invoker = "schedule",
    };
}
