using System.Globalization;
using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class ComplianceCheckerFunction : IPlatformFunction
{
    public string Name => "compliance-checker";

    public bool StoresReports => true;

    /// <summary>Cost Explorer and the compliance summary know no resource-level permissions, so their statements stand on *.</summary>
    public FunctionDeclaration Declare(FunctionScope scope)
    {
        var settings = scope.Settings.ComplianceChecker;
        var environment = ResourceScan.AddTo(scope.ReportingEnvironment(), scope);
        environment.Add("FINOPS_COMPLIANCE_SERVICES_BY_RESOURCE", settings.ServicesByResource.ToString(CultureInfo.InvariantCulture));
        return new FunctionDeclaration(
            Name,
            "Weekly tag compliance of every live resource, by owner, by spend and against earlier runs.",
            settings.Schedule,
            [
                .. ResourceScan.Statements(scope),
                PolicyDocument.Allow("ReadVerdictOfAws", ["tag:GetComplianceSummary"], "*"),
                PolicyDocument.Allow("ReadCost", settings.ServicesByResource > 0 ? ["ce:GetCostAndUsage", "ce:GetCostAndUsageWithResources"] : ["ce:GetCostAndUsage"], "*"),
                scope.StoreReports(),
                scope.KnowWhatIsStored(),
                scope.MailReports(),
            ],
            environment)
        {
            MemoryMb = Math.Max(scope.Settings.MemoryMb, ResourceScan.LeastMemoryMb),
            TimeoutSeconds = ResourceScan.TimeoutSeconds,
        };
    }
}
