using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Policies, which types are enabled, and what is attached where. FullAWSAccess is AWS's own and stands everywhere until detached.</summary>
internal sealed class PolicyStore(LocalAwsEnvironment environment, OrganizationTree tree)
{
    public const string Policies = "organizations/policies";
    public const string FullAccess = "p-FullAWSAccess";
    private const string Attachments = "organizations/attachments";
    private const string Detached = "organizations/detached-full-access";
    private const string Types = "organizations/policy-types";

    private static readonly JsonObject FullAccessPolicy = new()
    {
        ["Id"] = FullAccess,
        ["Arn"] = $"arn:aws:organizations::aws:policy/service_control_policy/{FullAccess}",
        ["Name"] = "FullAWSAccess",
        ["Description"] = "Allows access to every operation",
        ["Type"] = PolicyTypes.ServiceControl,
        ["AwsManaged"] = true,
        ["Content"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
    };

    public static JsonObject? Find(StoreSession session, string id) =>
        id == FullAccess ? (JsonObject)FullAccessPolicy.DeepClone() : session.Get(Policies, id);

    public static IReadOnlyList<JsonObject> All(StoreSession session) =>
        [(JsonObject)FullAccessPolicy.DeepClone(), .. session.List(Policies).Select(item => item.Value)];

    public string Arn(string type, string id) =>
        $"arn:aws:organizations::{environment.ManagementAccountId}:policy/{tree.Organization.Id}/{type.ToLowerInvariant()}/{id}";

    /// <summary>Service control and tag policies are enabled in a new organization here; others when EnablePolicyType says so.</summary>
    public IReadOnlyList<string> EnabledTypes() => environment.Store.Read(session =>
        PolicyTypes.All.Where(type => IsEnabled(session, type)).ToList());

    public static bool IsEnabled(StoreSession session, string type) =>
        (bool?)session.Get(Types, type)?["Enabled"] ?? type is PolicyTypes.ServiceControl or PolicyTypes.Tag;

    public static void SetEnabled(StoreSession session, string type, bool enabled) => session.Put(Types, type, new JsonObject { ["Enabled"] = enabled });

    public static bool IsAttached(StoreSession session, string target, string policy) => policy == FullAccess
        ? session.Get(Detached, target) is null
        : session.Get(Attachments, $"{target}/{policy}") is not null;

    public static void Attach(StoreSession session, string target, string policy)
    {
        if (policy == FullAccess)
            session.Delete(Detached, target);
        else
            session.Put(Attachments, $"{target}/{policy}", new JsonObject { ["Order"] = Ordered(session, target).LastOrDefault().Order + 1 });
    }

    public static void Detach(StoreSession session, string target, string policy)
    {
        if (policy == FullAccess)
            session.Put(Detached, target, []);
        else
            session.Delete(Attachments, $"{target}/{policy}");
    }

    /// <summary>In the order of attachment, by which Organizations resolves policies that say different things.</summary>
    public static IReadOnlyList<JsonObject> AttachedTo(StoreSession session, string target, string type)
    {
        var own = Ordered(session, target).Select(item => session.Get(Policies, item.Policy)!);
        IEnumerable<JsonObject> all = IsAttached(session, target, FullAccess) ? own.Prepend((JsonObject)FullAccessPolicy.DeepClone()) : own;
        return [.. all.Where(policy => (string?)policy["Type"] == type)];
    }

    private static IEnumerable<(string Policy, int Order)> Ordered(StoreSession session, string target) => session.List(Attachments, $"{target}/")
        .Select(item => (Policy: item.Key[(target.Length + 1)..], Order: (int?)item.Value["Order"] ?? 0))
        .OrderBy(item => item.Order);

    public IReadOnlyList<string> TargetsOf(StoreSession session, string policy) => policy == FullAccess
        ? [.. tree.TargetIds().Where(target => IsAttached(session, target, policy))]
        : [.. session.List(Attachments).Where(item => item.Key.EndsWith($"/{policy}", StringComparison.Ordinal)).Select(item => item.Key[..item.Key.IndexOf('/', StringComparison.Ordinal)])];
}
