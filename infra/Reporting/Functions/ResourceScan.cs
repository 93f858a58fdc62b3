using FinOps.Infra.Permissions;
using Pulumi;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>What a function needs that scans the resources of the organization.</summary>
internal static class ResourceScan
{
    /// <summary>A scan of some hundred accounts takes longer, and more memory, than a report from the bill.</summary>
    public const int LeastMemoryMb = 1_024;

    public const int TimeoutSeconds = 900;

    /// <summary>Neither the list of regions nor that of tagged resources knows resource-level permissions.</summary>
    public static IEnumerable<object> Statements(FunctionScope scope)
    {
        var settings = scope.Settings.Scan;
        return
        [
            .. scope.EnterMembers(members => members.ReaderRole),
            PolicyDocument.Allow("ReadTags", ["ec2:DescribeRegions", "tag:GetResources"], "*"),
            PolicyDocument.Allow("FindUntagged", ["resource-explorer-2:Search"], settings.ExplorerView ?? $"arn:aws:resource-explorer-2:{settings.ExplorerRegion}:{scope.Args.AccountId}:view/*"),
        ];
    }

    public static InputMap<string> AddTo(InputMap<string> environment, FunctionScope scope)
    {
        scope.AddMembers(environment, "FINOPS_MEMBER_READER_ROLE", members => members.ReaderRole);
        environment.Add("FINOPS_EXPLORER_REGION", scope.Settings.Scan.ExplorerRegion);
        if (scope.Settings.Scan.ExplorerView is { } view)
        {
            environment.Add("FINOPS_EXPLORER_VIEW", view);
        }

        return environment;
    }
}
