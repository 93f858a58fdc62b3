using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ComputeOptimizer;

/// <summary>
/// Who takes part: one document by account, <c>{ status, memberAccountsEnrolled, lastUpdatedTimestamp }</c>; enrollment holds for all regions.
/// A management account that includes its members enrolls them all, and turns trusted access on, as AWS does.
/// </summary>
internal sealed class OptimizerEnrollment(LocalAwsEnvironment environment)
{
    private const string Collection = "compute-optimizer/enrollment";
    private static readonly JsonPage Page = new(1000, "nextToken", "maxResults");

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("UpdateEnrollmentStatus", Update);
        add("GetEnrollmentStatus", (_, context) => Own(context));
        add("GetEnrollmentStatusesForOrganization", List);
    }

    public string Status(string account) =>
        (string?)Find(account)?["status"]
        ?? (account != environment.ManagementAccountId && (bool?)Find(environment.ManagementAccountId)?["memberAccountsEnrolled"] == true ? "Active" : "Inactive");

    private JsonObject Update(JsonInput input, CallContext context)
    {
        // The model's other two values are what AWS answers, never what a caller may ask for.
        var status = input.OneOf("status", "Active", "Inactive");
        var members = input.Flag("includeMemberAccounts");
        if (members && context.AccountId != environment.ManagementAccountId)
            throw input.Invalid("Only the management account of an organization can include member accounts.");
        environment.Store.Write(session =>
        {
            session.Put(Collection, context.AccountId, new JsonObject
            {
                ["status"] = status,
                ["memberAccountsEnrolled"] = members && status == "Active",
                ["lastUpdatedTimestamp"] = context.Now.ToUnixTimeSeconds(),
            });
            if (members && status == "Active")
                ServiceAccessOperations.Enable(session, "compute-optimizer.amazonaws.com", context.Now);
        });
        return new JsonObject { ["status"] = status };
    }

    private JsonObject Own(CallContext context)
    {
        var entry = Find(context.AccountId);
        var output = new JsonObject
        {
            ["status"] = Status(context.AccountId),
            ["memberAccountsEnrolled"] = (bool?)entry?["memberAccountsEnrolled"] ?? false,
            ["numberOfMemberAccountsOptedIn"] = context.AccountId == environment.ManagementAccountId ? Members().Count(member => Status(member) == "Active") : 0,
        };
        if (entry is not null)
            output["lastUpdatedTimestamp"] = (long)entry["lastUpdatedTimestamp"]!;
        return output;
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        if (context.AccountId != environment.ManagementAccountId)
            throw new AwsError("AccessDeniedException", "Only the management account of an organization can list its enrollments.", 403);
        var wanted = input.Objects("filters").SelectMany(filter => filter.Strings("values")).ToHashSet(StringComparer.Ordinal);
        var accounts = Members().Where(account => wanted.Count == 0 || wanted.Contains(Status(account)));
        return Page.Of(input, $"GetEnrollmentStatusesForOrganization {string.Join(',', wanted)}", "accountEnrollmentStatuses", accounts, account => account, account =>
            new JsonObject
            {
                ["accountId"] = account,
                ["status"] = Status(account),
                ["lastUpdatedTimestamp"] = (long?)(Find(account) ?? Find(environment.ManagementAccountId))?["lastUpdatedTimestamp"] ?? 0,
            });
    }

    private IEnumerable<string> Members() => environment.Organization.Accounts
        .Where(account => account.State == SyntheticAccountState.Active && account.Id != environment.ManagementAccountId)
        .Select(account => account.Id);

    private JsonObject? Find(string account) => environment.Store.Get(Collection, account);
}
