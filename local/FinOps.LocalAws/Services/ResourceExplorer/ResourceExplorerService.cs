using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ResourceExplorer;

/// <summary>
/// AWS Resource Explorer with an aggregator index in us-east-1 and one view of the management account there, which covers the organization and
/// shows tags. Other regions and accounts have none.
/// </summary>
internal sealed class ResourceExplorerService : RestJsonServiceBase
{
    public const string Service = "resource-explorer-2";

    /// <summary>AWS finds no more with one query, however it is paged.</summary>
    public const int MostResults = 1_000;

    private const int DefaultPage = 100;
    private const int LongestQuery = 1_280;

    private readonly LocalAwsEnvironment _environment;
    private readonly LiveResourceStore _resources;

    public ResourceExplorerService(LocalAwsEnvironment environment)
        : base(Service)
    {
        (_environment, _resources) = (environment, new LiveResourceStore(environment));
        Add("Search", "POST", "/Search", Search);
    }

    /// <summary>The one view, which is also the default of its region.</summary>
    public static string ViewArn(string managementAccountId) =>
        $"arn:aws:{Service}:{SyntheticRegions.Home}:{managementAccountId}:view/organization/7e1f2a30-5d0c-4c6e-9c2f-0d8b1a4e6f52";

    protected override AwsError Invalid(string message) => Error("ValidationException", message, 400);

    private JsonObject Search(RestCall call)
    {
        var view = ViewArn(_environment.ManagementAccountId);
        if (call.Context.AccountId != _environment.ManagementAccountId || call.Context.Region != SyntheticRegions.Home)
            throw Error("ResourceNotFoundException", "There is no default view in this Region.", 404);
        if ((call.Input.Optional("ViewArn", 1000) ?? view) != view)
            throw Error("UnauthorizedException", "Unauthorized to access the view.", 401);
        var text = call.Input.Optional("QueryString", LongestQuery) ?? throw call.Input.Fault("QueryString", "Member must not be null");
        var query = SearchQuery.Parse(text, Invalid);

        var accounts = query.AccountId is { } one ? [one] : _environment.Organization.Accounts.Select(account => account.Id);
        var found = accounts.SelectMany(account => _resources.Of(account)).Where(resource => resource.Live.Type != "organizations:account" && query.Match(resource))
            .OrderBy(resource => resource.Live.Arn, StringComparer.Ordinal).Take(MostResults + 1).ToList();
        var complete = found.Count <= MostResults;
        var (page, next) = Pager.Page(found.Take(MostResults), resource => resource.Live.Arn, $"Search {text}", call.Input.Optional("NextToken", 2048),
            call.Input.Integer("MaxResults", DefaultPage, 1, MostResults), () => Invalid("The NextToken is not one of this query."));
        var output = new JsonObject
        {
            ["Count"] = new JsonObject { ["Complete"] = complete, ["TotalResources"] = Math.Min(found.Count, MostResults) },
            ["Resources"] = new JsonArray([.. page.Select(resource => Print(resource.Live, call.Context.Now))]),
            ["ViewArn"] = view,
        };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    private static JsonObject Print(LiveResource resource, DateTimeOffset now) => new()
    {
        ["Arn"] = resource.Arn,
        ["LastReportedAt"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["OwningAccountId"] = resource.AccountId,
        ["Region"] = resource.Region,
        ["ResourceType"] = SearchQuery.TypeName(resource.Type),
        ["Service"] = resource.Type.Split(':')[0],
    };

    private static AwsError Error(string code, string message, int status) => new(code, message, status) { MessageMember = "Message" };
}
