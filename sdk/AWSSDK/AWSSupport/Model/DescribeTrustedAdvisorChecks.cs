using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class DescribeTrustedAdvisorChecksRequest : AmazonAWSSupportRequest
{
    public string? Language { get; set; }
}

public class DescribeTrustedAdvisorChecksResponse : AmazonWebServiceResponse
{
    public List<TrustedAdvisorCheckDescription>? Checks { get; set; }
}

public class TrustedAdvisorCheckDescription
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public string? Category { get; set; }
    public List<string>? Metadata { get; set; }
}
