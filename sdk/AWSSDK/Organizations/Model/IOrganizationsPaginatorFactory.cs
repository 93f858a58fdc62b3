namespace Amazon.Organizations.Model;

public interface IOrganizationsPaginatorFactory
{
    IListAccountsPaginator ListAccounts(ListAccountsRequest request);
}
