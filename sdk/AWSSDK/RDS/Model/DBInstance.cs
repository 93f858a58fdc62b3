using Amazon.Common;

namespace Amazon.RDS.Model;

public class DBInstance
{
    public int? AllocatedStorage { get; set; }

    /// <summary>When AWS starts it again by itself; null unless it is stopped.</summary>
    public DateTime? AutomaticRestartTime { get; set; }

    /// <summary>Null for an instance that is in no cluster.</summary>
    public string? DBClusterIdentifier { get; set; }

    public string? DBInstanceArn { get; set; }
    public string? DBInstanceClass { get; set; }
    public string? DBInstanceIdentifier { get; set; }

    /// <summary>available, stopped, starting, stopping and about forty more.</summary>
    public string? DBInstanceStatus { get; set; }

    public string? Engine { get; set; }
    public DateTime? InstanceCreateTime { get; set; }
    public bool? MultiAZ { get; set; }
    public List<string>? ReadReplicaDBClusterIdentifiers { get; set; }
    public List<string>? ReadReplicaDBInstanceIdentifiers { get; set; }
    public string? ReadReplicaSourceDBClusterIdentifier { get; set; }
    public string? ReadReplicaSourceDBInstanceIdentifier { get; set; }
    public List<Tag>? TagList { get; set; }

    internal static DBInstance Read(XmlAnswer answer) => new()
    {
        AllocatedStorage = answer.Integer("AllocatedStorage"),
        AutomaticRestartTime = answer.Time("AutomaticRestartTime"),
        DBClusterIdentifier = answer.Text("DBClusterIdentifier"),
        DBInstanceArn = answer.Text("DBInstanceArn"),
        DBInstanceClass = answer.Text("DBInstanceClass"),
        DBInstanceIdentifier = answer.Text("DBInstanceIdentifier"),
        DBInstanceStatus = answer.Text("DBInstanceStatus"),
        Engine = answer.Text("Engine"),
        InstanceCreateTime = answer.Time("InstanceCreateTime"),
        MultiAZ = answer.Boolean("MultiAZ"),
        ReadReplicaDBClusterIdentifiers = answer.Texts("ReadReplicaDBClusterIdentifiers", "ReadReplicaDBClusterIdentifier"),
        ReadReplicaDBInstanceIdentifiers = answer.Texts("ReadReplicaDBInstanceIdentifiers", "ReadReplicaDBInstanceIdentifier"),
        ReadReplicaSourceDBClusterIdentifier = answer.Text("ReadReplicaSourceDBClusterIdentifier"),
        ReadReplicaSourceDBInstanceIdentifier = answer.Text("ReadReplicaSourceDBInstanceIdentifier"),
        TagList = answer.List("TagList", "Tag", Tag.Read),
    };
}
