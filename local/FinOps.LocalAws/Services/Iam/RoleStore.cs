using System.Text.Json.Nodes;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Where roles are kept: one collection an account, by role name. Inline and attached policies are inside the role's document.</summary>
internal static class RoleStore
{
    public static readonly TagStore Tags = new("iam", message => new("InvalidInput", message), IamErrors.Limit);

    public static string Collection(string accountId) => $"iam/roles/{accountId}";

    /// <summary>Role names are unique without regard to case.</summary>
    public static string Key(string name) => name.ToLowerInvariant();

    /// <summary>A role without policies that nobody may assume yet.</summary>
    public static JsonObject New(string accountId, string path, string name, DateTimeOffset now) => new()
    {
        ["RoleName"] = name,
        ["Path"] = path,
        ["RoleId"] = KeyMaterial.Id("AROA", 17),
        ["Arn"] = $"arn:aws:iam::{accountId}:role{path}{name}",
        ["CreateDate"] = RoleOperations.Time(now),
        ["MaxSessionDuration"] = 3600,
        ["Inline"] = new JsonObject(),
        ["Attached"] = new JsonObject(),
    };

    public static JsonObject? Find(LocalStore store, string accountId, string name) => store.Get(Collection(accountId), Key(name));

    public static JsonObject Require(StoreSession session, CallContext context, QueryInput input)
    {
        var name = input.Required("RoleName");
        return session.Get(Collection(context.AccountId), Key(name)) ?? throw IamErrors.NoSuchRole(name);
    }

    public static void Save(StoreSession session, CallContext context, JsonObject role) =>
        session.Put(Collection(context.AccountId), Key((string)role["RoleName"]!), role);
}
