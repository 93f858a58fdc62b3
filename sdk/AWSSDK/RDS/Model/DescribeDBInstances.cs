using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DescribeDBInstancesRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }
    public List<Filter>? Filters { get; set; }
    public string? Marker { get; set; }

    /// <summary>20 to 100.</summary>
    public int? MaxRecords { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("DBInstanceIdentifier", DBInstanceIdentifier);
        Filter.WriteTo(form, Filters);
        form.Add("Marker", Marker);
        form.Add("MaxRecords", MaxRecords);
    }
}

public class DescribeDBInstancesResponse : AmazonWebServiceResponse
{
    public List<DBInstance>? DBInstances { get; set; }
    public string? Marker { get; set; }

    internal static DescribeDBInstancesResponse Read(XmlAnswer answer) => new()
    {
        DBInstances = answer.List("DBInstances", "DBInstance", DBInstance.Read),
        Marker = answer.Text("Marker"),
    };
}
