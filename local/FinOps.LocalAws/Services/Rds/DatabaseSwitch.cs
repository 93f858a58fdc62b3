using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Rds;

internal sealed class DatabaseSwitch(DatabaseStore store)
{
    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("StartDBInstance", (input, context) => [DatabaseXml.Instance(Switch(context, Instance(input, context), Database.Stopped, Database.Starting, RdsErrors.InstanceState))]);
        add("StopDBInstance", (input, context) => [DatabaseXml.Instance(Switch(context, Stoppable(Instance(input, context)), Database.Available, Database.Stopping, RdsErrors.InstanceState))]);
        add("StartDBCluster", (input, context) => [DatabaseXml.Cluster(Switch(context, Cluster(input, context), Database.Stopped, Database.Starting, RdsErrors.ClusterState))]);
        add("StopDBCluster", (input, context) => [DatabaseXml.Cluster(Switch(context, Cluster(input, context), Database.Available, Database.Stopping, RdsErrors.ClusterState))]);
    }

    private Database Switch(CallContext context, Database database, string from, string begun, Func<string, AwsError> refused)
    {
        if (database.Status != from)
            throw refused($"{(database.IsCluster ? "DbCluster" : "Instance")} {database.Name} is not in {from} state.");
        store.Put(context, database, begun);
        return database with { Status = begun, StoppedAt = begun == Database.Stopping ? context.Now : null };
    }

    private static Database Stoppable(Database database) => database switch
    {
        { ReplicaOf: not null } => throw RdsErrors.InstanceState($"Cannot stop or start a read replica instance: {database.Name}"),
        { Replicas.Count: > 0 } => throw RdsErrors.InstanceState($"Cannot stop or start a read replica source instance: {database.Name}"),
        _ => database,
    };

    private Database Instance(QueryInput input, CallContext context)
    {
        var name = input.Required("DBInstanceIdentifier");
        var found = store.List(context, settle: false).FirstOrDefault(database => !database.IsCluster && database.Name == name) ?? throw RdsErrors.NoInstance(name);
        return found.Resource.Group is null ? found : throw RdsErrors.InCluster(found.Engine);
    }

    private Database Cluster(QueryInput input, CallContext context)
    {
        var name = input.Required("DBClusterIdentifier");
        return store.List(context, settle: false).FirstOrDefault(database => database.IsCluster && database.Name == name) ?? throw RdsErrors.NoCluster(name);
    }
}
