using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DescribeDBClustersRequest : AmazonRDSRequest
{
    public string? DBClusterIdentifier { get; set; }
    public List<Filter>? Filters { get; set; }
    public string? Marker { get; set; }

    /// <summary>20 to 100.</summary>
    public int? MaxRecords { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("DBClusterIdentifier", DBClusterIdentifier);
        Filter.WriteTo(form, Filters);
        form.Add("Marker", Marker);
        form.Add("MaxRecords", MaxRecords);
    }
}

public class DescribeDBClustersResponse : AmazonWebServiceResponse
{
    public List<DBCluster>? DBClusters { get; set; }
    public string? Marker { get; set; }

    internal static DescribeDBClustersResponse Read(XmlAnswer answer) => new()
    {
        DBClusters = answer.List("DBClusters", "DBCluster", DBCluster.Read),
        Marker = answer.Text("Marker"),
    };
}
