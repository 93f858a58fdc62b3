using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class ListAccountsRequest : AmazonOrganizationsRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListAccountsResponse : AmazonWebServiceResponse
{
    public List<Account>? Accounts { get; set; }
    public string? NextToken { get; set; }
}
