using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StartDBInstanceRequest : AmazonRDSRequest
{
    public string? DBInstanceIdentifier { get; set; }

    internal void WriteTo(QueryForm form) => form.Add("DBInstanceIdentifier", DBInstanceIdentifier);
}

public class StartDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance? DBInstance { get; set; }

    internal static StartDBInstanceResponse Read(XmlAnswer answer) => new() { DBInstance = answer.Child("DBInstance") is { } found ? Model.DBInstance.Read(found) : null };
}
