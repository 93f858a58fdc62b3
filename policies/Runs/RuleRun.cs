using FinOps.Core.Baselines;
using FinOps.Policies.Baselines;
using FinOps.Policies.Model;
using FinOps.Policies.Waivers;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Runs;

/// <summary>One rule at work: what it finds is held against waivers, baseline and promotion before the engine hears of it.</summary>
internal sealed class RuleRun(Rule rule, WaiverBook waivers, BaselineBook baseline, RunLedger ledger)
{
    private delegate void Report(string message, PolicyResource? resource, EnforcementLevel? level);

    public void Judge(ResourceRule resourceRule, ResourceValidationArgs args) => Judge(args.Resource.Urn, () =>
        resourceRule.Evaluate(args, finding => Weigh(finding, args.Resource, args, (message, _, level) => args.Report(message, level: level))));

    public void Judge(StackRule stackRule, StackValidationArgs args) => Judge("", () =>
        stackRule.Evaluate(args, finding => Weigh(finding, finding.Resource, args, (message, resource, level) => args.Report(message, resource, level: level))));

    public PropertyMap? Repair(ResourceRule resourceRule, ResourceRemediationArgs args) =>
        waivers.IsWaived(rule.Id, args.Resource, args.Stack) ? null : resourceRule.Repair(args);

    private void Judge(string urn, Action evaluate)
    {
        var toTheEnd = false;
        try
        {
            evaluate();
            toTheEnd = true;
        }
        finally
        {
            ledger.Note(rule.Id, urn, toTheEnd);
        }
    }

    private void Weigh(Finding finding, PolicyResource? resource, PolicyArgs args, Report report)
    {
        var promotion = Promotion.Of(args.Config);
        if (rule.IsAboutThePack)
        {
            report($"{finding.Message}\n{rule.Id} is explained in {rule.DocUri}.", resource, promotion?.LevelOn(waivers.Today));
            return;
        }

        // What is waived is still there: the baseline has to hear of it first, or its entry would look like one that is fixed.
        var marks = finding.Marks.Select(FindingMark.Part).ToList();
        var known = baseline.Meet(rule.Id, resource, args.Stack, marks);
        if (waivers.IsWaived(rule.Id, resource, args.Stack))
        {
            return;
        }

        EnforcementLevel? level = known.IsAll ? EnforcementLevel.Advisory : promotion?.LevelOn(waivers.Today);
        var notes = new[] { known.Note, known.IsAll ? null : promotion?.NoteOn(waivers.Today) }.OfType<string>();
        report(string.Join("\n", [finding.Message, .. notes, .. known.FormerNames, FindingMark.Write(rule.Id, marks, rule.DocUri)]), resource, level);
    }
}
