using Amazon.RDS;
using Amazon.RDS.Model;
using FinOps.Core.Inventory;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling.Gathering;

/// <summary>Databases and clusters with a schedule tag. RDS cannot filter by tags, so all are read.</summary>
internal static class Databases
{
    public const string Service = "RDS";
    private const int PageSize = 100;

    public static async Task<IReadOnlyList<SwitchableResource>> ReadAsync(Place place, IAmazonRDS rds, string scheduleKey, RequestMeter meter, CancellationToken cancellationToken)
    {
        var instances = await AllAsync(
            marker => rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { MaxRecords = PageSize, Marker = marker }, cancellationToken),
            page => (page.DBInstances, page.Marker), meter).ConfigureAwait(false);
        var clusters = await AllAsync(
            marker => rds.DescribeDBClustersAsync(new DescribeDBClustersRequest { MaxRecords = PageSize, Marker = marker }, cancellationToken),
            page => (page.DBClusters, page.Marker), meter).ConfigureAwait(false);
        var members = instances.Where(instance => instance.DBClusterIdentifier is not null).ToLookup(instance => instance.DBClusterIdentifier!, StringComparer.Ordinal);
        return
        [
            .. instances.Select(instance => Read(place, instance)).Concat(clusters.Select(cluster => Read(place, cluster, members[cluster.DBClusterIdentifier!])))
                .Where(resource => resource.Live.Tags.ContainsKey(scheduleKey)),
        ];
    }

    private static async Task<List<T>> AllAsync<TPage, T>(Func<string?, Task<TPage>> ask, Func<TPage, (List<T>? Items, string? Next)> read, RequestMeter meter)
        where TPage : Amazon.Runtime.AmazonWebServiceResponse
    {
        var all = new List<T>();
        string? marker = null;
        do
        {
            (var items, marker) = read(await meter.CountAsync(Service, ask(marker)).ConfigureAwait(false));
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(marker));
        return all;
    }

    private static SwitchableResource Read(Place place, DBInstance instance) =>
        Make(place, ResourceKind.Database, instance.DBInstanceArn!, instance.DBInstanceIdentifier!, instance.DBInstanceStatus, instance.TagList, instance.AutomaticRestartTime) with
        {
            Fixed = instance switch
            {
                { DBClusterIdentifier: { } cluster } => $"it is a member of the cluster {cluster}, which is switched instead",
                { ReadReplicaSourceDBInstanceIdentifier: not null } or { ReadReplicaSourceDBClusterIdentifier: not null } => "it is a read replica, which AWS does not stop",
                { ReadReplicaDBInstanceIdentifiers.Count: > 0 } or { ReadReplicaDBClusterIdentifiers.Count: > 0 } => "it has read replicas, and AWS does not stop their source",
                { Engine: { } engine } when engine.StartsWith("custom-", StringComparison.Ordinal) => "it is RDS Custom, which AWS does not stop",
                { Engine: { } engine, MultiAZ: true } when engine.StartsWith("sqlserver", StringComparison.Ordinal) => "it is a mirrored SQL Server, which AWS does not stop",
                _ => null,
            },
            Machines = Machines([instance]),
        };

    private static SwitchableResource Read(Place place, DBCluster cluster, IEnumerable<DBInstance> members) =>
        Make(place, ResourceKind.Cluster, cluster.DBClusterArn!, cluster.DBClusterIdentifier!, cluster.Status, cluster.TagList, cluster.AutomaticRestartTime) with
        {
            Fixed = cluster switch
            {
                { EngineMode: "serverless" } => "it is Aurora Serverless v1, which AWS does not stop",
                { GlobalClusterIdentifier: { Length: > 0 } } => "it belongs to a global database, which AWS does not stop",
                { ReplicationSourceIdentifier: { Length: > 0 } } or { ReadReplicaIdentifiers.Count: > 0 } => "it replicates to or from another cluster",
                _ => null,
            },
            Machines = Machines(members),
        };

    // A machine whose kind is not told leaves the price of all unknown.
    private static IReadOnlyList<MachineHours> Machines(IEnumerable<DBInstance> instances)
    {
        var all = instances.ToList();
        return all.TrueForAll(instance => instance.DBInstanceClass is { Length: > 0 } and not "db.serverless")
            ? [.. all.Select(instance => MachineHours.Database(instance.DBInstanceClass!, instance.MultiAZ == true))]
            : [];
    }

    private static SwitchableResource Make(Place place, ResourceKind kind, string arn, string id, string? status, List<Tag>? tags, DateTime? restart) => new(
        new LiveResource(
            arn, place.Account.Id, place.Region, kind == ResourceKind.Cluster ? "rds:cluster" : "rds:db",
            (tags ?? []).Where(tag => tag.Key is not null).ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal)),
        kind,
        id,
        status switch { "available" => RunState.Running, "stopped" => RunState.Stopped, _ => RunState.Changing })
    {
        Status = status ?? "in an unknown state",
        // AWS starts it again seven days after it was stopped, and says when.
        StoppedAt = status == "stopped" && restart is { } at ? new DateTimeOffset(at.ToUniversalTime()) - SwitchDecider.LongestStop : null,
    };
}
