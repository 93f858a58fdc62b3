using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class InvokeResponse : AmazonWebServiceResponse
{
    /// <summary>"Unhandled" when the function failed; the payload says why. Null when it succeeded.</summary>
    public string? FunctionError { get; set; }

    public MemoryStream Payload { get; set; } = new();

    public int StatusCode { get; set; }
}
