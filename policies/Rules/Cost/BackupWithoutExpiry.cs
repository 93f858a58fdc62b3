using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST011: what is kept as a backup is thrown away some day.</summary>
public sealed class BackupWithoutExpiry(TimeProvider time) : ResourceRule
{
    private const string Plan = "aws:backup/plan:Plan";
    private const string Database = "aws:rds/instance:Instance";
    private const string Snapshot = "aws:ebs/snapshot:Snapshot";
    private const string WarehouseSnapshot = "aws:redshift/clusterSnapshot:ClusterSnapshot";

    /// <summary>How long the backups that a service makes by itself are kept.</summary>
    private static readonly Dictionary<string, string> Retentions = new(StringComparer.Ordinal)
    {
        ["aws:docdb/cluster:Cluster"] = "backupRetentionPeriod",
        ["aws:elasticache/cluster:Cluster"] = "snapshotRetentionLimit",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "snapshotRetentionLimit",
        ["aws:elasticache/serverlessCache:ServerlessCache"] = "snapshotRetentionLimit",
        ["aws:memorydb/cluster:Cluster"] = "snapshotRetentionLimit",
        ["aws:neptune/cluster:Cluster"] = "backupRetentionPeriod",
        ["aws:rds/cluster:Cluster"] = "backupRetentionPeriod",
        [Database] = "backupRetentionPeriod",
        ["aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"] = "retentionPeriod",
        ["aws:redshift/cluster:Cluster"] = "automatedSnapshotRetentionPeriod",
    };

    /// <summary>Snapshots made by hand, with an end of their own. Absent or -1 is for ever.</summary>
    private static readonly Dictionary<string, string> SnapshotRetentions = new(StringComparer.Ordinal)
    {
        [WarehouseSnapshot] = "manualSnapshotRetentionPeriod",
        ["aws:redshift/snapshotCopy:SnapshotCopy"] = "manualSnapshotRetentionPeriod",
        ["aws:redshiftserverless/snapshot:Snapshot"] = "retentionPeriod",
    };

    /// <summary>Snapshots made by hand that no service ever deletes. Lifecycle policies delete only what they have made themselves.</summary>
    private static readonly ImmutableArray<string> Snapshots =
    [
        "aws:docdb/clusterSnapshot:ClusterSnapshot", Snapshot, "aws:ebs/snapshotCopy:SnapshotCopy", "aws:ebs/snapshotImport:SnapshotImport", "aws:fsx/backup:Backup",
        "aws:fsx/openZfsSnapshot:OpenZfsSnapshot", "aws:memorydb/snapshot:Snapshot", "aws:neptune/clusterSnapshot:ClusterSnapshot", "aws:rds/clusterSnapshot:ClusterSnapshot",
        "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", "aws:rds/snapshot:Snapshot", "aws:rds/snapshotCopy:SnapshotCopy",
    ];

    public override string Id => "COST011";

    public override string Name => "backup-without-expiry";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Backups and snapshots have an end that somebody chose";

    public override string Why =>
        "A recovery point without an end is paid for every month from now on. After some years old backups cost more than what they were taken of. " +
        "Snapshots made by hand are the worst: no service deletes them, not even when what they were taken of is gone.";

    public override string Fix =>
        "Give each rule of the plan a lifecycle with deleteAfter, and databases a retention that somebody has asked for. Let a plan make snapshots instead of " +
        "declaring them; where one has to be declared, tag it with the day on which a clean-up may delete it.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types { get; } = [Plan, .. Retentions.Keys.Concat(SnapshotRetentions.Keys).Concat(Snapshots).Order(StringComparer.Ordinal)];

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A month", Plan, Rules(PropertyMap.Of(("deleteAfter", 30)))),
            new RuleExample("A week of database backups", Database, PropertyMap.Of(("backupRetentionPeriod", 7))),
            new RuleExample("A snapshot of a warehouse with an end", WarehouseSnapshot, PropertyMap.Of(("manualSnapshotRetentionPeriod", 30))),
        ],
        Bad:
        [
            new RuleExample("No lifecycle", Plan, Rules(PropertyMap.Empty)),
            new RuleExample("Cold storage without an end", Plan, Rules(PropertyMap.Of(("coldStorageAfter", 30)))),
            new RuleExample("Longer than anybody asked for", Plan, Rules(PropertyMap.Of(("deleteAfter", 3650)))),
            new RuleExample("A snapshot that nothing expires", Snapshot, PropertyMap.Of(("volumeId", "vol-0123456789abcdef0"))),
            new RuleExample("A day that is none", Snapshot, PropertyMap.Of(("tags", PropertyMap.Of(("DeleteAfter", "never"))))),
            new RuleExample("A snapshot of a warehouse, for ever", WarehouseSnapshot, PropertyMap.Of(("manualSnapshotRetentionPeriod", -1))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var settings = args.GetConfig<Settings>();
        var where = $"{args.Resource.Type} '{args.Resource.Name}'";
        if (args.Resource.Type == Plan)
        {
            JudgePlan(args.Resource, where, settings.MaxDays, report);
        }
        else if (Retentions.TryGetValue(args.Resource.Type, out var retention))
        {
            if (args.Resource.Properties[retention].AsNumber() is { } period && period > settings.MaxDays)
            {
                report(new Finding($"{where} keeps backups for {period} days; at most {settings.MaxDays} are allowed.", "kept too long"));
            }
        }
        else if (SnapshotRetentions.TryGetValue(args.Resource.Type, out var input))
        {
            var days = args.Resource.Properties[input].AsNumber() ?? -1;
            if (days < 0)
            {
                report(new Finding($"{where} is kept for ever; set {input}, for example to 35.", "never deleted"));
            }
            else if (days > settings.MaxDays)
            {
                report(new Finding($"{where} is kept for {days} days; at most {settings.MaxDays} are allowed.", "kept too long"));
            }
        }
        else
        {
            JudgeSnapshot(args.Resource, where, settings, report);
        }
    }

    private static void JudgePlan(PolicyResource plan, string where, int most, Action<Finding> report)
    {
        foreach (var rule in plan.Properties["rules"].Items())
        {
            var name = rule["ruleName"].AsString();
            var days = rule["lifecycle"]["deleteAfter"].AsNumber() ?? 0;
            if (days is 0)
            {
                report(new Finding($"{where}: rule '{name}' never deletes; set lifecycle.deleteAfter, for example to 35.", $"rule {name} never deletes"));
            }
            else if (days > most)
            {
                report(new Finding($"{where}: rule '{name}' keeps recovery points for {days} days; at most {most} are allowed.", $"rule {name} keeps too long"));
            }
        }
    }

    private void JudgeSnapshot(PolicyResource snapshot, string where, Settings settings, Action<Finding> report)
    {
        var tags = ResourceTags.Read(snapshot, TagShape.Map);
        var latest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(settings.MaxDays);
        var fix = $"tag it with {settings.ExpiryTag}, a day until {latest:yyyy-MM-dd}, or let a backup plan make it.";
        if (!tags.Known.TryGetValue(settings.ExpiryTag, out var text))
        {
            // The tag may be in the part that is not known yet. Reading it ends the rule with an advisory that names the property.
            _ = tags.UnknownPath?.AsMap();
            report(new Finding($"{where} is a snapshot that nothing expires; {fix}", "never deleted"));
        }
        else if (text is not null && (!CalendarDayAttribute.TryParse(text, out var day) || day > latest))
        {
            report(new Finding($"{where} has {settings.ExpiryTag} '{text}'; {fix}", $"{settings.ExpiryTag} = {text}"));
        }
    }

    private static PropertyMap Rules(PropertyMap lifecycle) =>
        PropertyMap.Of(("rules", PropertyValue.Of([PropertyMap.Of(("ruleName", "daily"), ("lifecycle", lifecycle))])));

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("The longest life of a backup in days")]
        [Range(1, 36500)]
        public int MaxDays { get; init; } = 400;

        [Description("The tag that says, as year-month-day, from when on a clean-up may delete a snapshot made by hand")]
        [MinLength(1)]
        public string ExpiryTag { get; init; } = "DeleteAfter";
    }
}
