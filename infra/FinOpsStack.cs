using FinOps.Core.Problems;
using FinOps.Infra.Access;
using FinOps.Infra.Alerts;
using FinOps.Infra.Allocation;
using FinOps.Infra.Anomalies;
using FinOps.Infra.Audit;
using FinOps.Infra.Budgets;
using FinOps.Infra.CostData;
using FinOps.Infra.Governance;
using FinOps.Infra.Members;
using FinOps.Infra.Optimization;
using FinOps.Infra.Organization;
using FinOps.Infra.Reporting;
using FinOps.Infra.Rollout;
using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra;

/// <summary>The whole stack: reads the config, finds the organization, checks every part, and only then declares them.</summary>
public static class FinOpsStack
{
    /// <summary>Where building this project leaves the published functions.</summary>
    public const string PackagePath = "../artifacts/lambda/finops-functions";

    /// <summary>Every part, one a line. A part that takes what another one offers stands below it.</summary>
    public static IReadOnlyList<StackPart> Parts { get; } =
    [
        new AlertsPart(),

        new AnomaliesPart(),

        new BudgetsPart(),

        new GovernancePart(),

        new OptimizationPart(),

        new CostDataPart(),

        new MembersPart(),

        new ReportingPart(),

        new AllocationPart(),

        new AccessPart(),

        new AuditPart(),

        new RolloutPart(),
    ];

    /// <returns>The stack's outputs.</returns>
    /// <exception cref="ProblemException">Config and organization do not fit: every mistake at once, and nothing is registered.</exception>
    public static async Task<IDictionary<string, object?>> DeclareAsync(StackRequest request, IReadOnlyList<StackPart>? parts = null)
    {
        parts ??= Parts;
        var problems = request.Config.Problems([]);
        var common = request.Config.Common(problems);
        if (problems.Count == 0)
        {
            OwnTags.Check(common.Tags, request.Standard, problems);
        }

        request.Config.RefuseUnknown([.. Parts.Select(part => part.Section), OrganizationSettings.Section], problems);
        var ownership = (OrganizationSettings?)Read(OrganizationSettings.Section, typeof(OrganizationSettings)) ?? new OrganizationSettings();
        var sections = parts.Select(part => (Part: part, Settings: Read(part.Section, part.Settings))).ToList();

        // What can be planned is planned even when the config has mistakes already, so that all of them are told at once.
        var organization = OwnershipMerge.Merge(await DiscoverAsync(ownership, problems), ownership, request.Standard, problems.At(OrganizationSettings.Section));
        var facts = new StackFacts(request.StackName, request.Region, common.Mode, common.Tags.ToDictionary(), request.Standard, organization, request.PackagePath, request.Time)
        {
            Settings = [.. sections.Select(section => section.Settings).OfType<object>()],
        };
        var declarations = new List<Func<StackScope, ComponentResource>?>();
        foreach (var (part, settings) in sections.Where(section => section.Settings is not null))
        {
            declarations.Add(await part.PlanAsync(settings!, facts, problems.At(part.Section)));
        }

        problems.ThrowIfAny();

        var scope = new StackScope { Outputs = { ["organizationId"] = organization.Id, ["accounts"] = organization.Accounts.Count } };
        foreach (var declare in declarations)
        {
            declare?.Invoke(scope);
        }

        return scope.Outputs;

        // Nobody can say what was meant by a section in which something was refused, so it is left out.
        object? Read(string section, Type settings)
        {
            var before = problems.Count;
            var read = request.Config.Section(section, settings, common.Mode, problems);
            return problems.Count == before ? read : null;
        }
    }

    private static async Task<OrganizationModel> DiscoverAsync(OrganizationSettings settings, SettingsProblems problems)
    {
        try
        {
            return await OrganizationDiscovery.ReadAsync(settings.ReadAccountTags);
        }
        catch (Exception) when (problems.Count > 0)
        {
            // The mistakes that are known need no organization; why it cannot be read is told once they are mended.
            problems.ThrowIfAny();
            throw;
        }
    }
}
