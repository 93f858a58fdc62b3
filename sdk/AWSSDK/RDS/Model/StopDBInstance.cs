using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StopDBInstanceRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }

    /// <summary>Of a snapshot to take before it stops; null for none.</summary>
    public string? DBSnapshotIdentifier { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("DBInstanceIdentifier", DBInstanceIdentifier);
        form.Add("DBSnapshotIdentifier", DBSnapshotIdentifier);
    }
}

public class StopDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance? DBInstance { get; set; }

    internal static StopDBInstanceResponse Read(XmlAnswer answer) => new() { DBInstance = answer.Child("DBInstance") is { } found ? Model.DBInstance.Read(found) : null };
}
