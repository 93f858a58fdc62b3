namespace Amazon.Organizations.Model;

internal sealed class OrganizationsPaginatorFactory(IAmazonOrganizations client) : IOrganizationsPaginatorFactory
{
    public IListAccountsPaginator ListAccounts(ListAccountsRequest request) => new ListAccountsPaginator(client, request);
}
