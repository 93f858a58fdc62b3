using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST003: a log group forgets.</summary>
public sealed class LogGroupWithoutRetention : ResourceRule
{
    public override string Id => "COST003";

    public override string Name => "log-group-without-retention";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Log groups have a retention";

    public override string Why => "A log group without a retention keeps everything for ever, and its storage bill only grows. Nobody notices until it is large.";

    public override string Fix => "Set retentionInDays to one of the numbers CloudWatch takes: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 and up.";

    public override bool Repairs => true;

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types => ["aws:cloudwatch/logGroup:LogGroup"];

    public override RuleExamples Examples => new(
        Good: [new RuleExample("Two weeks", Types[0], PropertyMap.Of(("retentionInDays", 14)))],
        Bad:
        [
            new RuleExample("Nothing said", Types[0], PropertyMap.Of(("name", "/app/worker"))),
            new RuleExample("Zero means for ever", Types[0], PropertyMap.Of(("retentionInDays", 0))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var settings = args.GetConfig<Settings>();
        var days = args.Resource.Properties["retentionInDays"].AsNumber() ?? 0;
        if (days == 0)
        {
            report(new Finding($"{args.Resource.Type} '{args.Resource.Name}' keeps its logs for ever; set retentionInDays, for example to {settings.RepairDays}.", "no retention"));
        }
        else if (settings.MaxDays is { } most && days > most)
        {
            report(new Finding($"{args.Resource.Type} '{args.Resource.Name}' keeps its logs for {days} days; at most {most} are allowed.", "retention too long"));
        }
    }

    public override PropertyMap? Repair(ResourceRemediationArgs args) =>
        args.Resource.Properties["retentionInDays"].AsNumber() is null or 0 ? args.Inputs.Set("retentionInDays", (double)args.GetConfig<Settings>().RepairDays) : null;

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("The retention that remediation sets")]
        [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731)]
        public int RepairDays { get; init; } = 30;

        [Description("The longest retention allowed; none when absent")]
        [Range(1, 3653)]
        public int? MaxDays { get; init; }
    }
}
