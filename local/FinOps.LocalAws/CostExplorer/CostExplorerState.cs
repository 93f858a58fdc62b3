using System.Text.Json.Nodes;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.CostExplorer.Categories;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;
using FinOps.LocalAws.CostExplorer.Tags;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer;

/// <summary>What the operations share: the organization's rows, and what callers have created, read anew for every call.</summary>
internal sealed class CostExplorerState(SyntheticOrganization organization, LocalStore store, int pageSize = CostExplorerState.DefaultPageSize)
{
    public const int DefaultPageSize = 20_000;

    /// <summary>How many groups one answer of GetCostAndUsage holds at most.</summary>
    public int PageSize { get; } = pageSize;

    public SyntheticOrganization Organization => organization;

    public LocalStore Store => store;

    public CostTable Table => organization.Costs;

    public DateOnly Today => organization.Options.AsOf;

    public string ManagementAccountId => organization.ManagementAccount.Id;

    public CostView View(CallContext context) => View(context.AccountId == ManagementAccountId ? null : context.AccountId);

    public CostView View(string? onlyAccount) => new(Table, new Lazy<CostLabels>(ReadLabels), onlyAccount);

    /// <summary>Refuses member accounts, which have no part in what only the payer manages.</summary>
    /// <exception cref="AwsError">AccessDeniedException.</exception>
    public void RequirePayer(CostExplorerCall call, string thing)
    {
        if (call.Context.AccountId != ManagementAccountId)
            throw CostExplorerErrors.AccessDenied($"Linked account doesn't have access to {thing}.");
    }

    public string NewArn(string kind) => $"arn:aws:ce::{ManagementAccountId}:{kind}/{Guid.NewGuid():D}";

    /// <summary>The entry of an account id in DimensionValueAttributes: its name stands in <c>description</c>.</summary>
    public JsonObject AccountAttributes(string accountId)
    {
        var attributes = new JsonObject();
        if (organization.FindAccount(accountId) is { } account)
            attributes["description"] = account.Name;
        return new JsonObject { ["Value"] = accountId, ["Attributes"] = attributes };
    }

    private CostLabels ReadLabels() => store.Read(session => new CostLabels(
        AllocationTagStore.ActiveKeys(session),
        CategoryStore.All(session).ToDictionary(category => category.Name, StringComparer.Ordinal)));
}
