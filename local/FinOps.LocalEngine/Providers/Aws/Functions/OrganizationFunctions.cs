using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Functions;

/// <summary>The organization as its API tells it, page by page.</summary>
internal static class OrganizationFunctions
{
    public static async Task<PropertyMap> GetOrganizationAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var answer = await aws.JsonAsync(AwsApi.Organizations, "DescribeOrganization", [], cancellationToken);
        var organization = (JsonObject)answer["Organization"]!;
        var master = Text(organization, "MasterAccountId");
        var result = PropertyMap.Of(
            ("id", Text(organization, "Id")),
            ("arn", Text(organization, "Arn")),
            ("featureSet", Text(organization, "FeatureSet")),
            ("masterAccountId", master),
            ("masterAccountArn", Text(organization, "MasterAccountArn")),
            ("masterAccountEmail", Text(organization, "MasterAccountEmail")),
            ("masterAccountName", ""));
        if (arguments.FlagOf("returnOrganizationOnly") == true)
            return result.Set("returnOrganizationOnly", true)
                .Set("accounts", List([])).Set("nonMasterAccounts", List([])).Set("roots", List([])).Set("enabledPolicyTypes", List([])).Set("awsServiceAccessPrincipals", List([]));

        var accounts = await aws.PagesAsync(AwsApi.Organizations, "ListAccounts", [], "Accounts", cancellationToken);
        var roots = await aws.PagesAsync(AwsApi.Organizations, "ListRoots", [], "Roots", cancellationToken);
        var services = await aws.PagesAsync(AwsApi.Organizations, "ListAWSServiceAccessForOrganization", [], "EnabledServicePrincipals", cancellationToken);
        return result
            .Set("masterAccountName", Text(accounts.Find(account => Text(account, "Id") == master) ?? [], "Name"))
            .Set("accounts", List(accounts.Select(Account)))
            .Set("nonMasterAccounts", List(accounts.Where(account => Text(account, "Id") != master).Select(Account)))
            .Set("roots", List(roots.Select(Root)))
            .Set("enabledPolicyTypes", PropertyValue.Of(roots
                .SelectMany(PolicyTypes)
                .Where(type => Text(type, "Status") == "ENABLED")
                .Select(type => PropertyValue.Of(Text(type, "Type")))))
            .Set("awsServiceAccessPrincipals", PropertyValue.Of(services.Select(service => PropertyValue.Of(Text(service, "ServicePrincipal")))));
    }

    public static async Task<PropertyMap> GetOrganizationalUnitsAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var parent = arguments.RequiredText("parentId");
        var units = await UnitsAsync(aws, parent, cancellationToken);
        return PropertyMap.Of(
            ("id", parent),
            ("parentId", parent),
            ("children", List(units.Select(unit => PropertyMap.Of(("arn", Text(unit, "Arn")), ("id", Text(unit, "Id")), ("name", Text(unit, "Name")))))));
    }

    /// <summary>The accounts that stand directly below a root or a unit.</summary>
    public static async Task<PropertyMap> GetChildAccountsAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var parent = arguments.RequiredText("parentId");
        return PropertyMap.Of(("id", parent), ("parentId", parent), ("accounts", List((await AccountsAsync(aws, parent, cancellationToken)).Select(Account))));
    }

    /// <summary>Every account below, at any depth, breadth first.</summary>
    public static async Task<PropertyMap> GetDescendantAccountsAsync(AwsSession aws, PropertyMap arguments, CancellationToken cancellationToken)
    {
        var parent = arguments.RequiredText("parentId");
        var accounts = new List<JsonObject>();
        var open = new Queue<string>([parent]);
        while (open.TryDequeue(out var unit))
        {
            accounts.AddRange(await AccountsAsync(aws, unit, cancellationToken));
            foreach (var child in await UnitsAsync(aws, unit, cancellationToken))
                open.Enqueue(Text(child, "Id"));
        }
        return PropertyMap.Of(("id", parent), ("parentId", parent), ("accounts", List(accounts.Select(Account))));
    }

    private static Task<List<JsonObject>> AccountsAsync(AwsSession aws, string parent, CancellationToken cancellationToken) =>
        aws.PagesAsync(AwsApi.Organizations, "ListAccountsForParent", new JsonObject { ["ParentId"] = parent }, "Accounts", cancellationToken);

    private static Task<List<JsonObject>> UnitsAsync(AwsSession aws, string parent, CancellationToken cancellationToken) =>
        aws.PagesAsync(AwsApi.Organizations, "ListOrganizationalUnitsForParent", new JsonObject { ["ParentId"] = parent }, "OrganizationalUnits", cancellationToken);

    private static PropertyMap Account(JsonObject account) => PropertyMap.Of(
        ("arn", Text(account, "Arn")),
        ("email", Text(account, "Email")),
        ("id", Text(account, "Id")),
        ("joinedMethod", Text(account, "JoinedMethod")),
        ("joinedTimestamp", Time(account, "JoinedTimestamp")),
        ("name", Text(account, "Name")),
        ("state", Text(account, "State")),
        ("status", Text(account, "Status")));

    private static PropertyMap Root(JsonObject root) => PropertyMap.Of(
        ("arn", Text(root, "Arn")),
        ("id", Text(root, "Id")),
        ("name", Text(root, "Name")),
        ("policyTypes", List(PolicyTypes(root).Select(type => PropertyMap.Of(("status", Text(type, "Status")), ("type", Text(type, "Type")))))));

    private static IEnumerable<JsonObject> PolicyTypes(JsonObject root) => (root["PolicyTypes"] as JsonArray ?? []).OfType<JsonObject>();

    private static PropertyValue List(IEnumerable<PropertyMap> items) => PropertyValue.Of(items.Select(item => PropertyValue.Of(item)));

    private static string Text(JsonObject owner, string name) => (string?)owner[name] ?? "";

    /// <summary>Seconds, as awsJson sends them; the provider shows RFC 3339.</summary>
    private static string Time(JsonObject owner, string name) => owner[name] is JsonValue seconds
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)((double)seconds * 1000)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : "";
}
