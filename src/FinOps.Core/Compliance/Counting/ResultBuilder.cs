using FinOps.Core.Compliance.Actions;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Costs;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Waivers;

namespace FinOps.Core.Compliance.Counting;

/// <summary>Adds cells up by each of their names.</summary>
internal sealed class ResultBuilder(LiveJudge judge, IReadOnlyDictionary<string, ComplianceAccount> accounts, SpendSharing sharing)
{
    public ComplianceResult Build(List<Cell> cells, IReadOnlyList<FindingRow> findings)
    {
        var wrong = cells.Where(cell => cell.Shape.State == ComplianceState.NonCompliant).ToList();
        return new ComplianceResult
        {
            AsksForAnything = judge.AsksForAnything,
            Total = Stand(cells),
            Accounts = Rows(cells, cell => cell.Account, account => accounts.GetValueOrDefault(account)?.Name ?? account),
            Teams = Rows(cells, cell => cell.Owner, team => team.Length == 0 ? "nobody" : team),
            Types = Rows(cells, cell => cell.Type, type => type),
            Regions = Rows(cells, cell => cell.Region, region => region),
            Rules = Rules(cells),
            Waivers = Waivers(cells, finding => finding.Waiver),
            LapsedWaivers = Waivers(cells, finding => finding.Waiver is null ? finding.Lapsed : null),
            Findings = findings,
            Owners = Owners(wrong, findings),
            Native = [.. wrong.GroupBy(cell => cell.Shape.Sight).Select(group => new NativeRow(group.Key, Sum(group))).OrderBy(row => row.Sight)],
            Spend = sharing.Spend is { } spend ? new SpendCoverage(spend.Days, spend.Source, spend.Usage, Sum(cells).Spend, sharing.Exact) : null,
        };
    }

    private List<StandingRow> Rows(List<Cell> cells, Func<Cell, string> key, Func<string, string> label) =>
    [
        .. cells.GroupBy(key, StringComparer.Ordinal).Select(group => new StandingRow(group.Key, label(group.Key), Stand(group)))
            .OrderByDescending(row => row.Standing.NonCompliant.Spend.Amount).ThenByDescending(row => row.Standing.NonCompliant.Resources).ThenBy(row => row.Key, StringComparer.Ordinal),
    ];

    private Standing Stand(IEnumerable<Cell> cells) =>
        cells.Aggregate(Standing.Empty(sharing.Currency), (standing, cell) => standing.With(cell.Shape.State, cell.Part));

    private Part Sum(IEnumerable<Cell> cells) => cells.Aggregate(new Part(0, Money.Zero(sharing.Currency)), (sum, cell) => sum + cell.Part);

    private List<RuleRow> Rules(IEnumerable<Cell> cells) =>
    [
        .. cells.SelectMany(cell => cell.Shape.Findings.GroupBy(finding => (finding.Rule, finding.Kind, finding.Key)), (cell, group) => (cell, group.Key, IsOpen: group.Any(finding => finding.Waiver is null)))
            .GroupBy(each => each.Key)
            .Select(group => new RuleRow(
                group.Key.Rule, group.Key.Kind, group.Key.Key, Sum(group.Where(each => each.IsOpen).Select(each => each.cell)), group.Where(each => !each.IsOpen).Sum(each => each.cell.Part.Resources)))
            .OrderByDescending(row => row.Open.Spend.Amount).ThenByDescending(row => row.Open.Resources).ThenBy(row => row.Rule, StringComparer.Ordinal)
            .ThenBy(row => row.Kind).ThenBy(row => row.Key, StringComparer.Ordinal),
    ];

    private List<WaiverRow> Waivers(IEnumerable<Cell> cells, Func<ShapeFinding, Waiver?> waiver) =>
    [
        .. cells.SelectMany(cell => cell.Shape.Findings, (cell, finding) => (Waiver: waiver(finding), cell.Part.Resources))
            .Where(each => each.Waiver is not null)
            .GroupBy(each => each.Waiver!)
            .Select(group => new WaiverRow(group.Key, group.Sum(each => each.Resources), group.Key.Expires.DayNumber - judge.Today.DayNumber))
            .OrderBy(row => row.DaysLeft).ThenBy(row => row.Waiver.Line),
    ];

    private List<OwnerActions> Owners(IEnumerable<Cell> wrong, IReadOnlyList<FindingRow> findings)
    {
        var listed = findings.ToLookup(row => row.Owner, StringComparer.Ordinal);
        return
        [
            .. wrong.GroupBy(cell => cell.Owner, StringComparer.Ordinal)
                .Select(group => new OwnerActions(group.Key, judge.Standard.Team(group.Key)?.OwnerEmail, Sum(group), [.. Rules(group).Where(rule => rule.Open.Resources > 0)], Batches(listed[group.Key])))
                .OrderByDescending(owner => owner.NotCompliant.Spend.Amount).ThenByDescending(owner => owner.NotCompliant.Resources).ThenBy(owner => owner.Team, StringComparer.Ordinal),
        ];
    }

    /// <summary>In the order of the findings, so that the dearest are mended first.</summary>
    private static List<RemedyBatch> Batches(IEnumerable<FindingRow> findings) =>
    [
        .. findings.Where(row => !row.Remedy.IsEmpty).GroupBy(row => (row.AccountId, row.Region, row.Remedy))
            .SelectMany(group => group.Select(row => row.Arn).Chunk(TagBatch.MostArns), (group, arns) => new RemedyBatch(group.Key.AccountId, group.Key.Region, group.Key.Remedy, [.. arns])),
    ];
}
