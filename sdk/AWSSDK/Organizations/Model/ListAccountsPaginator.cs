using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>Pages on the token, never on the count: Organizations may answer an empty page that has a next one.</summary>
internal sealed class ListAccountsPaginator(IAmazonOrganizations client, ListAccountsRequest request)
    : IListAccountsPaginator, IPaginator<ListAccountsResponse>
{
    public IPaginatedEnumerable<ListAccountsResponse> Responses => new PaginatedResponse<ListAccountsResponse>(this);

    public IPaginatedEnumerable<Account> Accounts =>
        new PaginatedResultKeyResponse<ListAccountsResponse, Account>(this, page => page.Accounts ?? []);

    public async IAsyncEnumerable<ListAccountsResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var token = request.NextToken;
        do
        {
            var page = await client.ListAccountsAsync(
                new ListAccountsRequest { MaxResults = request.MaxResults, NextToken = token }, cancellationToken).ConfigureAwait(false);
            token = page.NextToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
