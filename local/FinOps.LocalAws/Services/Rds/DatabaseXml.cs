using System.Globalization;
using System.Xml.Linq;

namespace FinOps.LocalAws.Services.Rds;

/// <summary>How RDS prints what it has.</summary>
internal static class DatabaseXml
{
    public static XElement Instance(Database database) => new("DBInstance",
        new XElement("DBInstanceIdentifier", database.Name),
        new XElement("DBInstanceArn", database.Resource.Live.Arn),
        new XElement("DBInstanceClass", database.Resource.InstanceType),
        new XElement("DBInstanceStatus", database.Status),
        new XElement("Engine", database.Engine),
        new XElement("AllocatedStorage", 100),
        new XElement("AvailabilityZone", database.Resource.AvailabilityZone),
        new XElement("MultiAZ", database.Resource.IsMultiAz ? "true" : "false"),
        database.Resource.Group is { } cluster ? new XElement("DBClusterIdentifier", cluster) : null,
        database.ReplicaOf is { } source ? new XElement("ReadReplicaSourceDBInstanceIdentifier", source) : null,
        new XElement("ReadReplicaDBInstanceIdentifiers", database.Replicas.Select(name => new XElement("ReadReplicaDBInstanceIdentifier", name))),
        Restart(database),
        Tags(database));

    public static XElement Cluster(Database database) => new("DBCluster",
        new XElement("DBClusterIdentifier", database.Name),
        new XElement("DBClusterArn", database.Resource.Live.Arn),
        new XElement("Status", database.Status),
        new XElement("Engine", database.Engine),
        new XElement("EngineMode", "provisioned"),
        Restart(database),
        Tags(database));

    private static XElement? Restart(Database database) => database.RestartsAt is { } at
        ? new XElement("AutomaticRestartTime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
        : null;

    private static XElement Tags(Database database) =>
        new("TagList", database.Resource.Live.Tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))));
}
