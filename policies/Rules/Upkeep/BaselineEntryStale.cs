using System.ComponentModel;
using FinOps.Core.Baselines;
using FinOps.Policies.Baselines;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Upkeep;

/// <summary>BSL001: what is fixed leaves the baseline, so that it cannot come back unseen.</summary>
public sealed class BaselineEntryStale(BaselineBook book) : StackRule
{
    public override string Id => Baseline.UpkeepRule;

    public override string Name => "baseline-entry-stale";

    public override RuleCategory Category => RuleCategory.Upkeep;

    public override bool IsAboutThePack => true;

    public override string Title => "The baseline holds only what is still wrong";

    public override string Why => "An entry lets its violation pass. Once the violation is fixed the entry would let it come back, so a baseline may only shrink.";

    public override string Fix => "Remove the entries from the file (finops policy baseline --prune), and never put them back.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override RuleExamples Examples => new(
        Good: [new RuleExample("No baseline, nothing to prune", [new ExampleResource("worker", "aws:cloudwatch/logGroup:LogGroup", PropertyMap.Of(("retentionInDays", 14)))])],
        Bad: []);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        var stale = book.Stale(args.Stack, args.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal)).ToList();
        if (stale.Count > 0)
        {
            report(new Finding($"""
                {stale.Count} {(stale.Count == 1 ? "entry" : "entries")} of {Path.GetFileName(book.Baseline.Source)} {(stale.Count == 1 ? "is" : "are")} fixed:
                {string.Join("\n", stale.Select(entry => $"  {entry.Key} (since {entry.Since:yyyy-MM-dd})"))}
                """, "stale"));
        }
    }

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("Path of the baseline; without it, policy-baseline.json beside the tag standard")]
        public string? File { get; init; }
    }
}
