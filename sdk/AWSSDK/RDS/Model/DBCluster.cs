using Amazon.Common;

namespace Amazon.RDS.Model;

public class DBCluster
{
    /// <summary>When AWS starts it again by itself; null unless it is stopped.</summary>
    public DateTime? AutomaticRestartTime { get; set; }

    public DateTime? ClusterCreateTime { get; set; }
    public string? DBClusterArn { get; set; }
    public string? DBClusterIdentifier { get; set; }
    public string? Engine { get; set; }

    /// <summary>provisioned or serverless.</summary>
    public string? EngineMode { get; set; }

    public List<string>? ReadReplicaIdentifiers { get; set; }
    public string? ReplicationSourceIdentifier { get; set; }

    /// <summary>Of the global database that it belongs to.</summary>
    public string? GlobalClusterIdentifier { get; set; }

    /// <summary>available, stopped, starting, stopping and others.</summary>
    public string? Status { get; set; }

    public List<Tag>? TagList { get; set; }

    internal static DBCluster Read(XmlAnswer answer) => new()
    {
        AutomaticRestartTime = answer.Time("AutomaticRestartTime"),
        ClusterCreateTime = answer.Time("ClusterCreateTime"),
        DBClusterArn = answer.Text("DBClusterArn"),
        DBClusterIdentifier = answer.Text("DBClusterIdentifier"),
        Engine = answer.Text("Engine"),
        EngineMode = answer.Text("EngineMode"),
        ReadReplicaIdentifiers = answer.Texts("ReadReplicaIdentifiers", "ReadReplicaIdentifier"),
        ReplicationSourceIdentifier = answer.Text("ReplicationSourceIdentifier"),
        GlobalClusterIdentifier = answer.Text("GlobalClusterIdentifier"),
        Status = answer.Text("Status"),
        TagList = answer.List("TagList", "Tag", Tag.Read),
    };
}
