using System.Collections.Immutable;
using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Baselines;

/// <summary>What one check tells a baseline: which violations there are, by what a baseline knows them, and which it could not see.</summary>
internal sealed class BaselineEvidence
{
    private readonly PolicyCheckReport _report;
    private readonly ImmutableHashSet<string> _readers;
    private readonly ImmutableHashSet<(string Rule, string Urn)> _unseen;
    private readonly ImmutableArray<(PolicyFinding Finding, ImmutableArray<KnownFinding> Keys)> _marked;

    public BaselineEvidence(PolicyCheckReport report)
    {
        _report = report;
        _readers = [.. report.Rules.Where(rule => IsRule(rule, Baseline.UpkeepRule)).Select(rule => rule.Pack)];
        _marked = [.. report.Findings.Where(finding => !finding.IsWaived).Select(finding => (finding, Keys(finding))).Where(item => item.Item2.Length > 0)];
        // What is waived is still there, and packs tell of it without its mark. What a rule gave up on may be there.
        _unseen = [.. report.Findings.Where(finding => finding.IsWaived || GaveUp(finding)).Select(finding => (finding.Rule.Name, finding.Urn))];
        var marked = _marked.Select(item => item.Finding).ToHashSet();
        Foreign = [.. report.Findings.Where(finding => finding.Blocks && !marked.Contains(finding) && !(_readers.Contains(finding.Rule.Pack) && IsRule(finding.Rule, Baseline.UpkeepRule)))];
    }

    /// <summary>Violations that block and that no baseline can know: their pack reads none, or gave them no mark. Those about the baseline itself are left out.</summary>
    public ImmutableArray<PolicyFinding> Foreign { get; }

    /// <summary>
    /// What is there today: all that blocks or that only a baseline keeps from it, and of what merely advises only what
    /// <paramref name="baseline"/> has already, because that is not fixed.
    /// </summary>
    public IEnumerable<KnownFinding> Today(Baseline baseline) => _marked.SelectMany(item =>
        item.Finding.Blocks || KnownNote.Read(item.Finding.Message).IsKnown ? item.Keys : item.Keys.Where(key => baseline.Find(key) is not null));

    /// <summary>The same baseline with each resource under its present name: it loses its aliases some day.</summary>
    public Baseline Renamed(Baseline baseline)
    {
        var present = _marked
            .SelectMany(item => KnownNote.Read(item.Finding.Message).FormerUrns.SelectMany(urn => item.Keys.Select(key => (Former: key with { Urn = urn }, item.Finding.Urn))))
            .DistinctBy(item => item.Former).ToDictionary(item => item.Former, item => item.Urn);
        return present.Count == 0 ? baseline : new Baseline(baseline.Source, baseline.Entries
            .Select(entry => present.TryGetValue(entry.Key, out var urn) ? entry with { Urn = urn } : entry)
            .OrderBy(entry => entry.Since).DistinctBy(entry => entry.Key));
    }

    /// <summary>Whether this check says nothing about a rule and a resource: the rule did not run, gave up, or is waived there.</summary>
    public bool Unjudged(string rule, string urn)
    {
        var root = StackUrn.Root(_report.Project, _report.Stack);
        return !Runs(rule) || !Runs(WaiverList.UpkeepRule) || _unseen.Any(item => IsNamed(item.Rule, rule) && (item.Urn == urn || item.Urn == root));
    }

    private bool Runs(string rule) => _report.Rules.Any(candidate => _readers.Contains(candidate.Pack) && IsRule(candidate, rule) && candidate.Level != PolicyLevel.Disabled);

    private ImmutableArray<KnownFinding> Keys(PolicyFinding finding) =>
        _readers.Contains(finding.Rule.Pack) && FindingMark.Read(finding.Message) is { } mark && IsRule(finding.Rule, mark.Rule)
            ? [.. mark.Findings.Select(text => new KnownFinding(mark.Rule, finding.Urn, text))]
            : [];

    /// <summary>The words in which packs of every language say that a value is not known before the update.</summary>
    private static bool GaveUp(PolicyFinding finding) => finding.Message.StartsWith($"can't run policy '{finding.Rule.Name}'", StringComparison.Ordinal);

    private static bool IsRule(PolicyRule rule, string id) => IsNamed(rule.Name, id);

    /// <summary>A policy's name begins with the id of its rule.</summary>
    private static bool IsNamed(string name, string id) => name == id || name.StartsWith(id + "-", StringComparison.Ordinal);
}
