using System.Collections.Immutable;
using System.ComponentModel;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST006: a database that no customer waits for is neither doubled nor large.</summary>
public sealed class NonProductionDatabaseOversized : ResourceRule
{
    public override string Id => "COST006";

    public override string Name => "non-production-database-oversized";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Databases outside production are single and small";

    public override string Why => "Multi-AZ doubles the price of a database, and each size doubles it again. Outside production nobody is paged when it is away for a minute.";

    public override string Fix => "Turn multiAz off and take a smaller class, or tag the database with the production environment that it serves.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types =>
    [
        "aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:docdb/clusterInstance:ClusterInstance", "aws:neptune/clusterInstance:ClusterInstance",
        "aws:elasticache/replicationGroup:ReplicationGroup", "aws:redshift/cluster:Cluster",
    ];

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("Production may be large", Types[0], Database("prod", "db.r7g.4xlarge", true)),
            new RuleExample("A small one for tests", Types[0], Database("test", "db.t4g.medium", false)),
            new RuleExample("Environment not known: other rules ask for it", Types[0], PropertyMap.Of(("multiAz", true))),
        ],
        Bad:
        [
            new RuleExample("Doubled in development", Types[0], Database("dev", "db.t4g.medium", true)),
            new RuleExample("A doubled cache", Types[4], PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "test"))), ("multiAzEnabled", true))),
            new RuleExample("Large in a sandbox", Types[1], Database("sandbox", "db.r7g.4xlarge", false)),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var settings = args.GetConfig<Settings>();
        var environment = ResourceTags.Read(args.Resource, TagShape.Map).Known.GetValueOrDefault(settings.EnvironmentKey);
        if (environment is null || settings.Production.Contains(environment))
        {
            return;
        }

        var where = $"{args.Resource.Type} '{args.Resource.Name}' ({settings.EnvironmentKey} {environment})";
        foreach (var doubled in new[] { "multiAz", "multiAzEnabled" }.Where(input => args.Resource.Properties[input].AsBool() == true))
        {
            report(new Finding($"{where} is Multi-AZ, which doubles its price; set {doubled} to false.", doubled));
        }

        var largest = new InstanceClass("", "", settings.LargestSize, "", "").Steps;
        foreach (var type in InstanceClass.Of(args.Resource).Where(type => type.Steps > largest))
        {
            report(new Finding($"{where} is {type.Name}; outside production at most {settings.LargestSize} is allowed.", $"{type.Input} too large"));
        }
    }

    private static PropertyMap Database(string environment, string type, bool multiAz) =>
        PropertyMap.Of(("tags", PropertyMap.Of(("Environment", environment))), ("instanceClass", type), ("multiAz", multiAz));

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("The tag that says which environment it is")]
        public string EnvironmentKey { get; init; } = "Environment";

        [Description("Its values that mean production")]
        public IReadOnlyList<string> Production { get; init; } = ["prod"];

        [Description("The largest size outside production")]
        public string LargestSize { get; init; } = "xlarge";
    }
}
