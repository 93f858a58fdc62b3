using FinOps.Core.Costs;
using FinOps.Core.Costs.Categories;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Allocation;

/// <summary>Which cost categories the stack declares: pure, so that every mistake is known before anything is registered.</summary>
internal static class AllocationPlan
{
    /// <summary>Tells FIN1200 for categories that there are none of, FIN2080 to FIN2084 for those that AWS would refuse.</summary>
    public static IReadOnlyList<CategoryPlan> From(AllocationSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var sources = Sources(facts.Standard).ToList();
        foreach (var name in settings.Categories.Keys.Where(name => sources.All(source => source.Key.Name != name)))
        {
            var names = sources.Select(source => source.Key.Name).ToList();
            problems.At($"categories.{name}").Add(
                "a cost category that is not made", string.Join(", ", names), Spelling.Nearest(name, names) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.", "FIN1200");
        }

        try
        {
            var wishes = sources.Select(source => Wish(source.Key, source.ValueOf, settings.Categories.GetValueOrDefault(source.Key.Name, new CategorySettings()), facts.Organization)).ToList();
            return CategoryPlanner.Plan(wishes, BillingMonth.Containing(facts.Time.GetUtcNow()), problems.File);
        }
        catch (ProblemException e)
        {
            foreach (var problem in e.Problems)
            {
                problems.At(problem.Path).Add(problem.Found, problem.Allowed, problem.Fix, problem.Id);
            }

            return [];
        }
    }

    /// <summary>The keys that accounts have an owner's value for, as far as cost is shared out by them.</summary>
    private static IEnumerable<(TagKeyRule Key, Func<Ownership, string?> ValueOf)> Sources(TagStandard standard)
    {
        (string? Key, Func<Ownership, string?> ValueOf)[] sources = [(standard.AllocationKey, owner => owner.Team), ("Environment", owner => owner.Environment), ("CostCenter", owner => owner.CostCenter)];
        return sources.Where(source => source.Key is not null && standard.Key(source.Key) is { CostAllocation: true }).Select(source => (standard.Key(source.Key!)!, source.ValueOf));
    }

    // Closed accounts still have a bill, so they are in the map as well.
    private static CategoryWish Wish(TagKeyRule key, Func<Ownership, string?> valueOf, CategorySettings settings, OrganizationModel organization) => new()
    {
        Name = key.Name,
        Path = $"categories.{key.Name}",
        TagKey = key.Name,
        Values = key.Values,
        ClosedValues = !key.Values.IsEmpty,
        Spellings = settings.Spellings,
        Accounts = organization.Accounts.Concat(organization.ClosedAccounts).Where(account => valueOf(account.Owner) is not null).ToDictionary(account => account.Id, account => valueOf(account.Owner)!),
        Inherit = settings.Inherit switch
        {
            "tag" => CategoryInheritance.Tag,
            "accountName" => CategoryInheritance.AccountName,
            "none" => CategoryInheritance.None,
            _ => key.Values.IsEmpty ? CategoryInheritance.Tag : CategoryInheritance.None,
        },
        DefaultValue = settings.DefaultValue,
        EffectiveStart = settings.EffectiveStart is { } month ? BillingMonth.Parse(month) : null,
        Splits = [.. settings.Splits.Select(split => new SplitCharge(split.Source, Enum.Parse<SplitMethod>(split.Method, ignoreCase: true), split.Targets, split.Percentages))],
    };
}
