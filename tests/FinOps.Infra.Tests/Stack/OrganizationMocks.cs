using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

/// <summary>Answers the organization's discovery with two active accounts and a suspended one, and keeps what is registered.</summary>
internal sealed class OrganizationMocks : IMocks
{
    private const string Root = "r-ab12";

    public ConcurrentQueue<Registration> Registered { get; } = new();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered.Enqueue(new Registration(TracedPart.Current, args));
        var state = args.Inputs
            .SetItem("arn", $"arn:aws:mock:::{args.Type}/{args.Name}")
            .SetItem("name", args.Inputs.GetValueOrDefault("name") ?? args.Name!)
            .SetItem("bucket", args.Inputs.GetValueOrDefault("bucket") ?? args.Name!);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:organizations/getOrganization:getOrganization" => new Dictionary<string, object>
        {
            ["id"] = "o-abcdefghij",
            ["masterAccountId"] = "111111111111",
            ["roots"] = ImmutableArray.Create<object>(Map(("id", Root))),
            ["enabledPolicyTypes"] = ImmutableArray.Create<object>("SERVICE_CONTROL_POLICY", "TAG_POLICY"),
            ["awsServiceAccessPrincipals"] = ImmutableArray<object>.Empty,
            ["accounts"] = List(Accounts),
        },
        "aws:organizations/getOrganizationalUnits:getOrganizationalUnits" => new Dictionary<string, object>
        {
            ["children"] = List(Units.Where(unit => (string)unit["parent"] == (string)args.Args["parentId"])),
        },
        "aws:organizations/getOrganizationalUnitChildAccounts:getOrganizationalUnitChildAccounts" => new Dictionary<string, object>
        {
            ["accounts"] = List(Accounts.Where(account => (string)account["parent"] == (string)args.Args["parentId"])),
        },
        "aws:resourcegroupstaggingapi/getResources:getResources" => new Dictionary<string, object>
        {
            ["resourceTagMappingLists"] = List([Map(("resourceArn", Arn("222222222222")), ("tags", Map(("Team", "payments"), ("CostCenter", "not a code"))))]),
        },
        _ => throw new InvalidOperationException($"the stack called {args.Token}, which these mocks do not answer"),
    });

    private static ImmutableDictionary<string, object>[] Accounts { get; } =
    [
        Account("111111111111", "management", "ACTIVE", Root),
        Account("222222222222", "payments-prod", "ACTIVE", "ou-ab12-prod0000"),
        Account("333333333333", "old-lab", "SUSPENDED", Root),
    ];

    private static ImmutableDictionary<string, object>[] Units { get; } =
    [
        Map(("id", "ou-ab12-work0000"), ("name", "Workloads"), ("parent", Root)),
        Map(("id", "ou-ab12-prod0000"), ("name", "Prod"), ("parent", "ou-ab12-work0000")),
        Map(("id", "ou-ab12-sand0000"), ("name", "Sandbox"), ("parent", Root)),
    ];

    private static ImmutableDictionary<string, object> Account(string id, string name, string state, string parent) =>
        Map(("id", id), ("arn", Arn(id)), ("name", name), ("state", state), ("parent", parent));

    private static string Arn(string id) => $"arn:aws:organizations::111111111111:account/o-abcdefghij/{id}";

    private static ImmutableArray<object> List(IEnumerable<ImmutableDictionary<string, object>> items) => [.. items];

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] items) =>
        items.ToImmutableDictionary(item => item.Key, item => item.Value);
}
