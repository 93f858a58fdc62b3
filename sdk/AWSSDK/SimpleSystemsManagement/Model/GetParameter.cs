using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class GetParameterRequest : AmazonSimpleSystemsManagementRequest
{
    /// <summary>Name or ARN.</summary>
    public string? Name { get; set; }

    /// <summary>Without it, a secure string comes back encrypted.</summary>
    public bool? WithDecryption { get; set; }
}

public class GetParameterResponse : AmazonWebServiceResponse
{
    public Parameter? Parameter { get; set; }
}

public class Parameter
{
    public string? ARN { get; set; }
    public string? DataType { get; set; }
    public DateTime? LastModifiedDate { get; set; }
    public string? Name { get; set; }
    public ParameterType? Type { get; set; }
    public string? Value { get; set; }
    public long? Version { get; set; }
}
