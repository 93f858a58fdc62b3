using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.CostExplorer;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Tests.CostExplorer;

/// <summary>Cost Explorer without a socket: an organization, a store of its own, and calls as JSON.</summary>
internal sealed class CostExplorerBench : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Lazy<SyntheticOrganization> Shared = new(() => Create(14));

    private readonly string _directory = Directory.CreateTempSubdirectory("cost-explorer-").FullName;
    private readonly LocalStore _store;
    private readonly CostExplorerService _service;

    public CostExplorerBench(int pageSize = CostExplorerState.DefaultPageSize, SyntheticOrganization? organization = null)
    {
        Organization = organization ?? Shared.Value;
        _store = LocalStore.Open(Path.Combine(_directory, "local-aws.db"));
        State = new CostExplorerState(Organization, _store, pageSize);
        _service = new CostExplorerService(State);
    }

    public SyntheticOrganization Organization { get; }

    public CostExplorerState State { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public string Payer => Organization.ManagementAccount.Id;

    public static SyntheticOrganization Create(int accounts) =>
        SyntheticOrganization.Create(new SyntheticOrganizationOptions { Accounts = accounts, AsOf = Today });

    /// <summary>Makes a call as the management account.</summary>
    public JsonObject Call(string operation, string input) => Call(operation, JsonNode.Parse(input)!.AsObject());

    public JsonObject Call(string operation, JsonObject input, string? account = null)
    {
        var caller = new Principal(account ?? Payer, "arn:aws:iam::1:user/test", "AIDATEST", "AKIATEST");
        var context = new CallContext(caller, "us-east-1", "request", Now, CancellationToken.None);
        // Through text, as on the wire: results must not share nodes with the store or the request.
        return ThroughText(_service.HandleAsync(operation, ThroughText(input), context).GetAwaiter().GetResult());
    }

    private static JsonObject ThroughText(JsonNode node) => JsonNode.Parse(node.ToJsonString())!.AsObject();

    public AwsError Refused(string operation, string input) => Assert.Throws<AwsError>(() => Call(operation, input));

    /// <summary>All pages, their ResultsByTime merged by period.</summary>
    public JsonObject CallAllPages(JsonObject input, out int pages)
    {
        var merged = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        JsonObject output;
        pages = 0;
        do
        {
            output = Call("GetCostAndUsage", input);
            pages++;
            foreach (var result in output["ResultsByTime"]!.AsArray().Select(result => result!.AsObject()))
            {
                var start = result["TimePeriod"]!["Start"]!.GetValue<string>();
                if (!merged.TryGetValue(start, out var known))
                    merged.Add(start, result.DeepClone().AsObject());
                else
                    foreach (var group in result["Groups"]!.AsArray())
                        known["Groups"]!.AsArray().Add(group!.DeepClone());
            }
            input["NextPageToken"] = output["NextPageToken"]?.DeepClone();
        }
        while (output["NextPageToken"] is not null);
        output["ResultsByTime"] = new JsonArray([.. merged.Values]);
        return output;
    }

    public void Activate(params string[] keys) => Call("UpdateCostAllocationTagsStatus", new JsonObject
    {
        ["CostAllocationTagsStatus"] = new JsonArray([.. keys.Select(key => new JsonObject { ["TagKey"] = key, ["Status"] = "Active" })]),
    });

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
