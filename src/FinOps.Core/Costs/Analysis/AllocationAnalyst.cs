namespace FinOps.Core.Costs.Analysis;

/// <summary>Holds each tag value against the standard and finds the accounts and services that the rest hangs on.</summary>
internal static class AllocationAnalyst
{
    public static Allocation Analyse(CostFacts facts, Breakdown byTag, Breakdown byAccount, Breakdown byService, Func<string, TagVerdict> judge)
    {
        var values = byTag.Rows.Select(row => new AllocationValue(row, judge(row.Key))).ToList();
        var owners = values.Where(value => value.Verdict.Owner is not null).ToDictionary(value => value.Cost.Key, value => value.Verdict.Owner!, StringComparer.Ordinal);
        var unowned = values.Where(value => !value.Verdict.IsAllocated).Select(value => value.Cost.Key).ToHashSet(StringComparer.Ordinal);
        var ownedBefore = Money.Sum(values.Where(value => value.Verdict.IsAllocated).Select(value => value.Cost.SameDaysBefore), facts.Currency);
        return new Allocation(
            facts.AllocationTag,
            values,
            ownedBefore.ShareOf(byTag.Total.SameDaysBefore),
            Drivers(facts, facts.TagByAccount, unowned, owners, byAccount),
            Drivers(facts, facts.TagByService, unowned, owners, byService),
            facts.Currency);
    }

    private static List<AllocationDriver> Drivers(
        CostFacts facts, IReadOnlyList<CostCell> cells, HashSet<string> unowned, Dictionary<string, string> owners, Breakdown all)
    {
        var suggested = cells
            .Where(cell => facts.Periods.Current.Contains(cell.Day) && owners.ContainsKey(cell.First))
            .GroupBy(cell => cell.Second, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => owners[group.GroupBy(cell => cell.First, StringComparer.Ordinal)
                    .OrderByDescending(part => Money.Sum(part.Select(cell => cell.Amounts.Amortized), facts.Currency))
                    .ThenBy(part => part.Key, StringComparer.Ordinal)
                    .First().Key],
                StringComparer.Ordinal);
        var labels = all.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var parts = cells
            .Where(cell => facts.Periods.Current.Contains(cell.Day) && unowned.Contains(cell.First))
            .GroupBy(cell => cell.Second, StringComparer.Ordinal)
            .Select(group => (Key: group.Key, Cost: Money.Sum(group.Select(cell => cell.Amounts.Amortized), facts.Currency)))
            .Where(part => !part.Cost.IsZero)
            .OrderByDescending(part => part.Cost)
            .ThenBy(part => part.Key, StringComparer.Ordinal)
            .ToList();
        var whole = Money.Sum(parts.Select(part => part.Cost), facts.Currency);
        var running = Money.Zero(facts.Currency);
        var drivers = new List<AllocationDriver>(parts.Count);
        foreach (var (key, cost) in parts)
        {
            running += cost;
            var own = labels[key];
            drivers.Add(new AllocationDriver(key, own.Label, cost, cost.ShareOf(whole), running.ShareOf(whole), cost.ShareOf(own.Current))
            {
                SuggestedOwner = suggested.GetValueOrDefault(key),
            });
        }

        return drivers;
    }
}
