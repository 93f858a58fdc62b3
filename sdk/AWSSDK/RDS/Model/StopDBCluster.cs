using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StopDBClusterRequest : AmazonRDSRequest
{
    public string? DBClusterIdentifier { get; set; }

    internal void WriteTo(QueryForm form) => form.Add("DBClusterIdentifier", DBClusterIdentifier);
}

public class StopDBClusterResponse : AmazonWebServiceResponse
{
    public DBCluster? DBCluster { get; set; }

    internal static StopDBClusterResponse Read(XmlAnswer answer) => new() { DBCluster = answer.Child("DBCluster") is { } found ? Model.DBCluster.Read(found) : null };
}
