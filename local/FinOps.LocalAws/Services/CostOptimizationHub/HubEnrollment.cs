using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>
/// Who takes part: one document by account, <c>{ status, includeMemberAccounts, createdTimestamp, lastUpdatedTimestamp }</c>.
/// A management account that includes its members enrolls them all, and turns trusted access on, as AWS does.
/// </summary>
internal sealed class HubEnrollment(LocalAwsEnvironment environment)
{
    private const string Collection = "cost-optimization-hub/enrollment";
    private static readonly JsonPage Page = new(100, "nextToken", "maxResults");

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("UpdateEnrollmentStatus", Update);
        add("ListEnrollmentStatuses", List);
    }

    /// <summary>Whether an account takes part, by itself or as a member.</summary>
    public static bool IsActive(StoreSession session, string account, string managementAccount) =>
        (string?)session.Get(Collection, account)?["status"] == "Active"
        || session.Get(Collection, managementAccount) is { } payer && (string?)payer["status"] == "Active" && (bool)payer["includeMemberAccounts"]!;

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var status = input.OneOf("status", "Active", "Inactive");
        var members = input.Flag("includeMemberAccounts");
        if (members && context.AccountId != environment.ManagementAccountId)
            throw HubErrors.Validation("Only the management account can include member accounts.");
        environment.Store.Write(session =>
        {
            var now = context.Now.ToUnixTimeSeconds();
            var standing = session.Get(Collection, context.AccountId);
            session.Put(Collection, context.AccountId, new JsonObject
            {
                ["status"] = status,
                ["includeMemberAccounts"] = members && status == "Active",
                ["createdTimestamp"] = (long?)standing?["createdTimestamp"] ?? now,
                ["lastUpdatedTimestamp"] = now,
            });
            if (members && status == "Active")
                ServiceAccessOperations.Enable(session, "cost-optimization-hub.bcm.amazonaws.com", context.Now);
        });
        return new JsonObject { ["status"] = status };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var isManagement = context.AccountId == environment.ManagementAccountId;
        var wholeOrganization = input.Flag("includeOrganizationInfo");
        var account = input.Optional("accountId") ?? context.AccountId;
        if (!isManagement && (wholeOrganization || account != context.AccountId))
            throw new AwsError("AccessDeniedException", "Only the management account can see the enrollment of other accounts.");
        return environment.Store.Read(session =>
        {
            var accounts = wholeOrganization && !input.Has("accountId")
                ? environment.Organization.Accounts.Where(each => each.State == SyntheticAccountState.Active).Select(each => each.Id)
                : [account];
            var output = Page.Of(input, $"ListEnrollmentStatuses {wholeOrganization} {account}", "items", accounts, id => id, id => Print(session, id));
            if (isManagement)
                output["includeMemberAccounts"] = (bool?)session.Get(Collection, context.AccountId)?["includeMemberAccounts"] ?? false;
            return output;
        });
    }

    private JsonObject Print(StoreSession session, string account)
    {
        var entry = session.Get(Collection, account) ?? session.Get(Collection, environment.ManagementAccountId);
        var printed = new JsonObject { ["accountId"] = account, ["status"] = IsActive(session, account, environment.ManagementAccountId) ? "Active" : "Inactive" };
        if (entry is not null)
        {
            printed["createdTimestamp"] = (long)entry["createdTimestamp"]!;
            printed["lastUpdatedTimestamp"] = (long)entry["lastUpdatedTimestamp"]!;
        }
        return printed;
    }
}
