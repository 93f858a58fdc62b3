using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>One instance of a stack set: puts the template's roles into an account, and takes away those that it has no more.</summary>
internal static class StackDeployment
{
    private const string Owner = "StackSetId";

    /// <returns>Why it failed; null when it did not.</returns>
    public static string? Deploy(StoreSession session, JsonObject set, string account, string region, DateTimeOffset now)
    {
        var (id, collection) = (StackSetStore.Id(set), RoleStore.Collection(account));
        var roles = StackTemplate.Roles((string)set["TemplateBody"]!, account, region);
        var taken = roles.FirstOrDefault(role => session.Get(collection, RoleStore.Key(role.Name)) is { } standing && (string?)standing[Owner] != id);
        if (taken is not null)
            return $"{taken.Name} already exists in {account}";
        Remove(session, set, account, keep: [.. roles.Select(role => RoleStore.Key(role.Name))]);
        foreach (var wanted in roles)
        {
            var role = session.Get(collection, RoleStore.Key(wanted.Name)) ?? RoleStore.New(account, "/", wanted.Name, now);
            role[Owner] = id;
            role["Description"] = wanted.Description;
            role["AssumeRolePolicyDocument"] = wanted.Trust;
            role["Inline"] = new JsonObject(wanted.Policies.Select(policy => KeyValuePair.Create(policy.Key, (JsonNode?)policy.Value)));
            session.Put(collection, RoleStore.Key(wanted.Name), role);
        }
        return null;
    }

    public static void Remove(StoreSession session, JsonObject set, string account, params IReadOnlyList<string> keep)
    {
        foreach (var role in session.List(RoleStore.Collection(account)))
            if ((string?)role.Value[Owner] == StackSetStore.Id(set) && !keep.Contains(role.Key))
                session.Delete(RoleStore.Collection(account), role.Key);
    }
}
