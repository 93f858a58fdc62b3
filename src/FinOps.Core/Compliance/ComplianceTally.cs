using System.Runtime.InteropServices;
using System.Text;
using FinOps.Core.Compliance.Actions;
using FinOps.Core.Compliance.Counting;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Inventory;

namespace FinOps.Core.Compliance;

/// <summary>
/// Judges live resources one by one and keeps counts of them, not the resources: of one that is not compliant its ARN, and of those no more
/// than can be listed. The order in which they come changes nothing. Not safe for several threads at once.
/// </summary>
/// <param name="spend">Null when spend is not known.</param>
/// <param name="mostFindings">How many resources that are not compliant are listed.</param>
public sealed class ComplianceTally(LiveJudge judge, IResourceSpend? spend, int mostFindings = ComplianceTally.DefaultFindings)
{
    public const int DefaultFindings = 5_000;

    private readonly Names _accounts = new();
    private readonly Names _regions = new();
    private readonly Names _types = new();
    private readonly Names _teams = new();
    private readonly Names _shapeTexts = new();
    private readonly List<VerdictShape> _shapes = [];
    private readonly Dictionary<string, CandidateText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<CellKey, CellSum> _cells = [];

    // All of one account and service cost the same when the bill does not tell them apart: more of them than are listed at all are never listed.
    private readonly Dictionary<(int Account, string? Service), List<Candidate>> _candidates = [];

    public int Resources { get; private set; }

    public void Add(LiveResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var verdict = judge.Judge(resource);
        var exact = spend?.Of(resource)?.Amount;
        var cell = new CellKey(_accounts.Of(resource.AccountId), _regions.Of(resource.Region), _types.Of(resource.Type), _teams.Of(TeamOf(resource)), ShapeOf(resource, verdict));
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        sum.Resources++;
        if (exact is { } amount)
        {
            sum.Exact++;
            sum.ExactAmount += amount;
        }

        if (verdict.State == ComplianceState.NonCompliant)
        {
            Keep(resource, new Candidate(Encoding.UTF8.GetBytes(resource.Arn), cell, exact, TextOf(resource, verdict)));
        }

        Resources++;
    }

    /// <param name="accounts">By id; an account that is not in it has no name and no owner.</param>
    public ComplianceResult Finish(IReadOnlyDictionary<string, ComplianceAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var sharing = SpendSharing.Of(spend, _cells.Select(cell => (_accounts[cell.Key.Account], _types[cell.Key.Type], cell.Value)));
        var cells = sharing.Share(_cells.Select(cell => (cell.Value, Named(cell.Key, accounts)))).ToList();
        var findings = _candidates.Values.SelectMany(candidates => candidates.Order(Comparer<Candidate>.Create(Candidate.Compare)).Take(mostFindings))
            .Select(candidate => Row(candidate, sharing, accounts))
            .OrderByDescending(row => row.Spend?.Amount ?? 0).ThenByDescending(row => row.Findings.Count).ThenBy(row => row.Arn, StringComparer.Ordinal)
            .Take(mostFindings).ToList();
        return new ResultBuilder(judge, accounts, sharing).Build(cells, findings);
    }

    private string TeamOf(LiveResource resource) => judge.Standard.AllocationKey is { } key
        && resource.Tags.TryGetValue(key, out var team) && judge.Standard.IsAllowed(key, team) ? team : "";

    private int ShapeOf(LiveResource resource, LiveVerdict verdict)
    {
        var shape = VerdictShape.Of(judge.Standard, resource.Type, verdict);
        var number = _shapeTexts.Of(shape.Text);
        if (number == _shapes.Count)
        {
            _shapes.Add(shape);
        }

        return number;
    }

    private CandidateText TextOf(LiveResource resource, LiveVerdict verdict)
    {
        var findings = Sentences.Of([.. verdict.Findings.Where(finding => finding.Waiver is null).Select(finding => finding.Finding)]);
        var remedy = Remedies.For(judge.Standard, verdict.Findings, resource);
        var key = $"{string.Join('\n', findings)}\n\n{remedy.Text}";
        ref var text = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, key, out _);
        return text ??= new CandidateText(findings, remedy);
    }

    private void Keep(LiveResource resource, Candidate candidate)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_candidates, (candidate.Cell.Account, BilledServices.Of(resource.Type)), out _);
        list ??= [];
        list.Add(candidate);
        if (list.Count >= (2L * mostFindings) + 64)
        {
            list.Sort(Candidate.Compare);
            list.RemoveRange(mostFindings, list.Count - mostFindings);
        }
    }

    private Cell Named(CellKey key, IReadOnlyDictionary<string, ComplianceAccount> accounts)
    {
        var (account, team) = (_accounts[key.Account], _teams[key.Team]);
        return new Cell(account, _regions[key.Region], _types[key.Type], team, OwnerOf(team, account, accounts), _shapes[key.Shape], default);
    }

    private FindingRow Row(Candidate candidate, SpendSharing sharing, IReadOnlyDictionary<string, ComplianceAccount> accounts)
    {
        var cell = Named(candidate.Cell, accounts);
        return new FindingRow(
            Encoding.UTF8.GetString(candidate.Arn), cell.Account, cell.Region, cell.Type, cell.Owner,
            sharing.OfOne(cell.Account, cell.Type, candidate.Exact), candidate.Exact is null, candidate.What.Findings, WithOwner(candidate.What.Remedy, cell.Owner));
    }

    /// <summary>The account's team, where a resource names none, is what its tag most likely should say.</summary>
    private Remedy WithOwner(Remedy remedy, string owner) => owner.Length > 0 && judge.Standard.AllocationKey is { } key && judge.Standard.IsAllowed(key, owner)
        && remedy.Set.Any(tag => tag.Key == key && tag.Value is null)
        ? remedy with { Set = [.. remedy.Set.Select(tag => tag.Key == key && tag.Value is null ? KeyValuePair.Create<string, string?>(key, owner) : tag)] }
        : remedy;

    private static string OwnerOf(string team, string account, IReadOnlyDictionary<string, ComplianceAccount> accounts) =>
        team.Length > 0 ? team : accounts.GetValueOrDefault(account)?.Team ?? "";
}
