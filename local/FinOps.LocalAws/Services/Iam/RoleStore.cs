using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Where roles are kept: one collection an account, by role name.</summary>
internal static class RoleStore
{
    public static string Collection(string accountId) => $"iam/roles/{accountId}";

    /// <summary>Role names are unique without regard to case.</summary>
    public static string Key(string name) => name.ToLowerInvariant();

    public static JsonObject? Find(LocalStore store, string accountId, string name) => store.Get(Collection(accountId), Key(name));
}
