using System.Globalization;
using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class TagInventoryFunction : IPlatformFunction
{
    public string Name => "tag-inventory";

    public bool StoresReports => true;

    /// <summary>Reads only: tags are written by a person, with a role of their own.</summary>
    public FunctionDeclaration Declare(FunctionScope scope)
    {
        var environment = ResourceScan.AddTo(scope.ReportingEnvironment(), scope);
        environment.Add("FINOPS_INVENTORY_BILL_KEYS", scope.Settings.TagInventory.BillKeys.ToString(CultureInfo.InvariantCulture));
        return new FunctionDeclaration(
            Name,
            "Weekly inventory of tag keys and values, spellings of one word, and the fixes to approve.",
            scope.Settings.TagInventory.Schedule,
            [
                .. ResourceScan.Statements(scope),
                .. AskTheBill(scope),
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

    private static IEnumerable<object> AskTheBill(FunctionScope scope)
    {
        if (scope.Settings.TagInventory.BillKeys > 0)
        {
            yield return PolicyDocument.Allow("AskTheBill", ["ce:ListCostAllocationTags", "ce:GetCostAndUsage"], "*");
        }
    }
}
