using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST011: what is kept as a backup is thrown away some day.</summary>
public sealed class BackupWithoutExpiry : ResourceRule
{
    private const string Plan = "aws:backup/plan:Plan";
    private const string Database = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";

    public override string Id => "COST011";

    public override string Name => "backup-without-expiry";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Backups have an end that somebody chose";

    public override string Why => "A recovery point without an end is paid for every month from now on. After some years old backups cost more than what they were taken of.";

    public override string Fix => "Give each rule of the plan a lifecycle with deleteAfter, and databases a retention that somebody has asked for.";

    public override PolicyConfigSchema? ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types => [Plan, Database, Cluster];

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A month", Plan, Rules(PropertyMap.Of(("deleteAfter", 30)))),
            new RuleExample("A week of database backups", Database, PropertyMap.Of(("backupRetentionPeriod", 7))),
        ],
        Bad:
        [
            new RuleExample("No lifecycle", Plan, Rules(PropertyMap.Empty)),
            new RuleExample("Cold storage without an end", Plan, Rules(PropertyMap.Of(("coldStorageAfter", 30)))),
            new RuleExample("Longer than anybody asked for", Plan, Rules(PropertyMap.Of(("deleteAfter", 3650)))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<string> report)
    {
        var most = args.GetConfig<Settings>().MaxDays;
        var where = $"{args.Resource.Type} '{args.Resource.Name}'";
        if (args.Resource.Type != Plan)
        {
            if (args.Resource.Properties["backupRetentionPeriod"].AsNumber() is { } period && period > most)
            {
                report($"{where} keeps backups for {period} days; at most {most} are allowed.");
            }

            return;
        }

        foreach (var rule in args.Resource.Properties["rules"].Items())
        {
            var name = rule["ruleName"].AsString();
            var days = rule["lifecycle"]["deleteAfter"].AsNumber() ?? 0;
            if (days is 0)
            {
                report($"{where}: rule '{name}' never deletes; set lifecycle.deleteAfter, for example to 35.");
            }
            else if (days > most)
            {
                report($"{where}: rule '{name}' keeps recovery points for {days} days; at most {most} are allowed.");
            }
        }
    }

    private static PropertyMap Rules(PropertyMap lifecycle) =>
        PropertyMap.Of(("rules", PropertyValue.Of([PropertyMap.Of(("ruleName", "daily"), ("lifecycle", lifecycle))])));

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings
    {
        [Description("The longest life of a backup in days")]
        [Range(1, 36500)]
        public int MaxDays { get; init; } = 400;
    }
}
