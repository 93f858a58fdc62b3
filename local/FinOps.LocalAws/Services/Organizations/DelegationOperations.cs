using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Member accounts that administer a service for the organization; kept by service principal and account.</summary>
internal sealed class DelegationOperations(LocalAwsEnvironment environment, OrganizationTree tree)
{
    private const string Collection = "organizations/delegations";

    /// <summary>Services that take a single administrator.</summary>
    private static readonly HashSet<string> Single = ["compute-optimizer.amazonaws.com", "cost-optimization-hub.bcm.amazonaws.com"];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("RegisterDelegatedAdministrator", Delegate);
        add("DeregisterDelegatedAdministrator", Withdraw);
        add("ListDelegatedAdministrators", List);
        add("ListDelegatedServicesForAccount", Services);
    }

    private JsonObject Delegate(JsonInput input, CallContext context)
    {
        var (account, service) = (Account(input), ServiceAccessOperations.Principal(input));
        if (account.Id == environment.ManagementAccountId)
            throw OrganizationsErrors.Constraint("You cannot register the management account as a delegated administrator.", "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR");
        if (account.State != SyntheticAccountState.Active)
            throw OrganizationsErrors.Constraint("You cannot register a suspended account as a delegated administrator.", "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR");
        environment.Store.Write(session =>
        {
            if (!ServiceAccessOperations.IsEnabled(session, service))
                throw OrganizationsErrors.Constraint($"Trusted access is not enabled for {service}.", "SERVICE_ACCESS_NOT_ENABLED");
            if (session.Get(Collection, Key(service, account.Id)) is not null)
                throw OrganizationsErrors.Make("AccountAlreadyRegisteredException", "The specified account is already a delegated administrator for this AWS service.");
            if (Single.Contains(service) && session.List(Collection, Key(service, ""), limit: 1).Count > 0)
                throw OrganizationsErrors.Constraint($"{service} has a delegated administrator already.", "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE");
            session.Put(Collection, Key(service, account.Id), new JsonObject { ["Since"] = context.Now.ToUnixTimeSeconds() });
        });
        return [];
    }

    private JsonObject Withdraw(JsonInput input, CallContext context)
    {
        var (account, service) = (Account(input), ServiceAccessOperations.Principal(input));
        return environment.Store.Delete(Collection, Key(service, account.Id)) ? [] : throw NotRegistered();
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var service = input.Has("ServicePrincipal") ? ServiceAccessOperations.Principal(input) : null;
        var delegations = Delegations().Where(delegation => service is null || delegation.Service == service).GroupBy(delegation => delegation.Account);
        return input.Page($"ListDelegatedAdministrators {service}", "DelegatedAdministrators", delegations, account => account.Key, account =>
        {
            var printed = tree.Describe(tree.Organization.FindAccount(account.Key)!);
            printed.Remove("Paths");
            printed["DelegationEnabledDate"] = account.Min(delegation => delegation.Since);
            return printed;
        });
    }

    private JsonObject Services(JsonInput input, CallContext context)
    {
        var account = Account(input);
        var services = Delegations().Where(delegation => delegation.Account == account.Id).ToList();
        return services.Count > 0
            ? input.Page($"ListDelegatedServicesForAccount {account.Id}", "DelegatedServices", services, delegation => delegation.Service, delegation =>
                new JsonObject { ["ServicePrincipal"] = delegation.Service, ["DelegationEnabledDate"] = delegation.Since })
            : throw NotRegistered();
    }

    private IEnumerable<(string Service, string Account, long Since)> Delegations() => environment.Store.List(Collection).Select(item =>
        item.Key.Split('|') is [var service, var account] ? (service, account, (long)item.Value["Since"]!) : throw new InvalidDataException($"'{item.Key}' is no delegation."));

    private SyntheticAccount Account(JsonInput input) => tree.Organization.FindAccount(input.Required("AccountId", 12))
        ?? throw OrganizationsErrors.Make("AccountNotFoundException", "You specified an account that doesn't exist.");

    private static AwsError NotRegistered() =>
        OrganizationsErrors.Make("AccountNotRegisteredException", "The specified account is not a delegated administrator for this AWS service.");

    private static string Key(string service, string account) => $"{service}|{account}";
}
