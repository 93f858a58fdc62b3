using System.Collections.Concurrent;
using System.Collections.Immutable;
using FinOps.Core.Organization.Synthetic;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

/// <summary>Answers the organization's discovery, and keeps what is registered.</summary>
internal sealed class OrganizationMocks : IMocks
{
    private readonly string _root;
    private readonly ImmutableArray<ImmutableDictionary<string, object>> _units;
    private readonly ImmutableArray<ImmutableDictionary<string, object>> _accounts;
    private readonly ImmutableArray<ImmutableDictionary<string, object>> _tags;

    /// <summary>Two active accounts and a suspended one.</summary>
    public OrganizationMocks()
    {
        _root = "r-ab12";
        _units =
        [
            Map(("id", "ou-ab12-work0000"), ("name", "Workloads"), ("parent", _root)),
            Map(("id", "ou-ab12-prod0000"), ("name", "Prod"), ("parent", "ou-ab12-work0000")),
            Map(("id", "ou-ab12-sand0000"), ("name", "Sandbox"), ("parent", _root)),
        ];
        _accounts =
        [
            Account("111111111111", "management", "ACTIVE", _root),
            Account("222222222222", "payments-prod", "ACTIVE", "ou-ab12-prod0000"),
            Account("333333333333", "old-lab", "SUSPENDED", _root),
        ];
        _tags = [Map(("resourceArn", Arn("222222222222")), ("tags", Map(("Team", "payments"), ("CostCenter", "not a code"))))];
    }

    /// <summary>What the embedded AWS would answer for this organization.</summary>
    public OrganizationMocks(SyntheticOrganization organization)
    {
        _root = organization.RootId;
        _units = [.. organization.OrganizationalUnits.Select(unit => Map(("id", unit.Id), ("name", unit.Name), ("parent", unit.ParentId)))];
        _accounts = [.. organization.Accounts.Select(account => Account(account.Id, account.Name, account.State.ToString().ToUpperInvariant(), account.ParentId))];
        _tags = [.. organization.Accounts.Select(account => Map(("resourceArn", Arn(account.Id)), ("tags", account.Tags.ToImmutableDictionary(tag => tag.Key, tag => (object)tag.Value))))];
    }

    public ConcurrentQueue<Registration> Registered { get; } = new();

    public string OrganizationId { get; init; } = "o-abcdefghij";

    /// <summary>The ARN of what is registered, from its type, logical name and inputs.</summary>
    public Func<MockResourceArgs, string> ArnOf { get; init; } = args => $"arn:aws:mock:::{args.Type}/{args.Name}";

    /// <summary>What Cost Explorer lists: active keys.</summary>
    public string[] ListedTags { get; init; } = ["aws:createdBy", "Environment", "Team", "unrelated"];

    /// <summary>ARNs of the instances of IAM Identity Center.</summary>
    public string[] IdentityCenters { get; init; } = ["arn:aws:sso:::instance/ssoins-0123456789abcdef"];

    /// <summary>What the tag activator says when the deployment runs it.</summary>
    public string ActivatorAnswer { get; init; } = """{"alreadyActive":["Environment","Team"],"activated":["CostCenter"],"pending":[{"key":"Project","why":"not yet"}]}""";

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered.Enqueue(new Registration(TracedPart.Current, args));
        var state = args.Inputs
            .SetItem("arn", ArnOf(args))
            .SetItem("name", args.Inputs.GetValueOrDefault("name") ?? args.Name!)
            .SetItem("bucket", args.Inputs.GetValueOrDefault("bucket") ?? args.Name!);
        if (args.Type == "aws:lambda/invocation:Invocation")
            state = state.SetItem("result", ActivatorAnswer);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:organizations/getOrganization:getOrganization" => new Dictionary<string, object>
        {
            ["id"] = OrganizationId,
            ["masterAccountId"] = _accounts[0]["id"],
            ["roots"] = ImmutableArray.Create<object>(Map(("id", _root))),
            ["enabledPolicyTypes"] = ImmutableArray.Create<object>("SERVICE_CONTROL_POLICY", "TAG_POLICY"),
            ["awsServiceAccessPrincipals"] = ImmutableArray<object>.Empty,
            ["accounts"] = List(_accounts),
        },
        "aws:organizations/getOrganizationalUnits:getOrganizationalUnits" => new Dictionary<string, object>
        {
            ["children"] = List(_units.Where(unit => (string)unit["parent"] == (string)args.Args["parentId"])),
        },
        "aws:organizations/getOrganizationalUnitChildAccounts:getOrganizationalUnitChildAccounts" => new Dictionary<string, object>
        {
            ["accounts"] = List(_accounts.Where(account => (string)account["parent"] == (string)args.Args["parentId"])),
        },
        "aws:organizations/getPoliciesForTarget:getPoliciesForTarget" => new Dictionary<string, object>
        {
            ["ids"] = (string)args.Args["filter"] == "SERVICE_CONTROL_POLICY" ? ImmutableArray.Create<object>("p-FullAWSAccess") : ImmutableArray<object>.Empty,
        },
        "aws:organizations/getPolicy:getPolicy" => new Dictionary<string, object>
        {
            ["name"] = ((string)args.Args["policyId"])[2..],
            ["content"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
        },
        "aws:costexplorer/getTags:getTags" => new Dictionary<string, object> { ["tags"] = ImmutableArray.Create<object>([.. ListedTags]) },
        "aws:ssoadmin/getInstances:getInstances" => new Dictionary<string, object> { ["arns"] = ImmutableArray.Create<object>([.. IdentityCenters]) },
        "aws:resourcegroupstaggingapi/getResources:getResources" => new Dictionary<string, object>
        {
            ["resourceTagMappingLists"] = List(_tags),
        },
        _ => throw new InvalidOperationException($"the stack called {args.Token}, which these mocks do not answer"),
    });

    private static ImmutableDictionary<string, object> Account(string id, string name, string state, string parent) =>
        Map(("id", id), ("arn", Arn(id)), ("name", name), ("state", state), ("parent", parent));

    private static string Arn(string id) => $"arn:aws:organizations::111111111111:account/o-abcdefghij/{id}";

    private static ImmutableArray<object> List(IEnumerable<ImmutableDictionary<string, object>> items) => [.. items];

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] items) =>
        items.ToImmutableDictionary(item => item.Key, item => item.Value);
}
