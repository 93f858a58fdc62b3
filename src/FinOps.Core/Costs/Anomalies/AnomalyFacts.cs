using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Costs.Anomalies;

/// <summary>Usage as anomalies need it: who spent it on what, where, on which day.</summary>
internal sealed class AnomalyFacts(CostFacts facts, Func<string, TagVerdict> judge)
{
    private readonly ILookup<string, CostCell> _byTag = facts.TagByAccount.ToLookup(cell => cell.First, StringComparer.Ordinal);
    private readonly ILookup<string, CostCell> _byAccount = facts.TagByAccount.ToLookup(cell => cell.Second, StringComparer.Ordinal);

    public CostFacts Facts => facts;

    public string? AccountLabel(string? id, string? name = null) => id is null ? null : name ?? facts.AccountNames.GetValueOrDefault(id, id);

    public string? OwnerOf(string? tag) => tag is null ? null : judge(tag).Owner;

    /// <summary>The account in which the owner's daily cost rose most on those days, against the four weeks before.</summary>
    public string? AccountBehind(string tag, DateRange days) => Largest(_byTag[tag], cell => cell.Second, days);

    /// <summary>The owner whose daily cost rose most in the account on those days.</summary>
    public string? OwnerBehind(string account, DateRange days) => Largest(_byAccount[account], cell => cell.First, days);

    private static string? Largest(IEnumerable<CostCell> cells, Func<CostCell, string> key, DateRange days)
    {
        const int weeksBefore = 28;
        var before = DateRange.OfDays(days.Start.AddDays(-weeksBefore), weeksBefore);
        return cells
            .Where(cell => days.Contains(cell.Day) || before.Contains(cell.Day))
            .GroupBy(key, StringComparer.Ordinal)
            .Select(group => (group.Key, Rise: PerDay(group, days) - PerDay(group, before)))
            .OrderByDescending(part => part.Rise)
            .ThenBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => part.Key)
            .FirstOrDefault();
    }

    private static decimal PerDay(IEnumerable<CostCell> cells, DateRange days) =>
        cells.Where(cell => days.Contains(cell.Day)).Sum(cell => cell.Amounts.Amortized.Amount) / days.Days;
}
