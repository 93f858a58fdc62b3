using System.Globalization;
using FinOps.Infra.Permissions;
using Pulumi;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class TagActivatorFunction : IPlatformFunction
{
    public string Name => "tag-activator";

    public bool StoresReports => false;

    /// <summary>Cost allocation tags are no resources with ARNs, so their statement stands on *.</summary>
    public FunctionDeclaration Declare(FunctionScope scope) => new(
        Name,
        "Activates the standard's cost allocation tags as soon as the bill knows them.",
        scope.Settings.TagActivator.Schedule,
        [
            PolicyDocument.Allow(
                "ActivateTags",
                ["ce:ListCostAllocationTags", "ce:UpdateCostAllocationTagsStatus", "ce:ListCostAllocationTagBackfillHistory", "ce:StartCostAllocationTagBackfill"],
                "*"),
        ],
        new InputMap<string>
        {
            { "FINOPS_FURTHER_TAG_KEYS", string.Join(',', scope.Settings.TagActivator.FurtherKeys) },
            { "FINOPS_BACKFILL_MONTHS", scope.Settings.TagActivator.BackfillMonths.ToString(CultureInfo.InvariantCulture) },
        });
}
