using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>
/// The Resource Groups Tagging API for the accounts of the organization, which is what the program asks it for; other resource types
/// are refused rather than answered with nothing. As in AWS, a resource that was never tagged is not listed.
/// </summary>
internal sealed class TaggingService : JsonServiceBase
{
    private const string Account = "organizations:account";
    private const string HomeRegion = "us-east-1";

    private readonly LocalAwsEnvironment _environment;

    public TaggingService(LocalAwsEnvironment environment)
        : base("tagging", "ResourceGroupsTaggingAPI_20170126", "1.1")
    {
        _environment = environment;
        Add("GetResources", GetResources);
    }

    protected override AwsError Invalid(string message) => new("InvalidParameterException", message) { MessageMember = "Message" };

    private JsonObject GetResources(JsonInput input, CallContext context)
    {
        if (input.Strings("ResourceTypeFilters") is not [Account])
            throw Invalid($"This endpoint lists the tags of {Account} only; name that type in ResourceTypeFilters.");
        var filters = input.Objects("TagFilters").Select(filter => (Key: filter.Required("Key"), Values: filter.Strings("Values"))).ToList();
        var (page, next) = Pager.Page(
            Accounts(context).Where(account => filters.TrueForAll(filter => account.Tags.TryGetValue(filter.Key, out var value) && (filter.Values.Count == 0 || filter.Values.Contains(value)))),
            account => account.Arn,
            "GetResources",
            input.Optional("PaginationToken") is { Length: > 0 } token ? token : null,
            input.Integer("ResourcesPerPage", 50, 1, 100),
            () => new AwsError("PaginationTokenExpiredException", "The PaginationToken is not one of this list.") { MessageMember = "Message" });
        return new JsonObject
        {
            ["PaginationToken"] = next ?? "",
            ["ResourceTagMappingList"] = new JsonArray([.. page.Select(account => new JsonObject { ["ResourceARN"] = account.Arn, ["Tags"] = TagStore.ToList(account.Tags) })]),
        };
    }

    /// <summary>Organizations keeps its tags in us-east-1, and shows them to the management account.</summary>
    private IEnumerable<(string Arn, IReadOnlyDictionary<string, string> Tags)> Accounts(CallContext context)
    {
        if (context.AccountId != _environment.ManagementAccountId || context.Region != HomeRegion)
            return [];
        var tagged = TagOperations.Tags.All(_environment.Store);
        return _environment.Organization.Accounts
            .Select(account => (account.Arn, Tags: tagged.GetValueOrDefault(account.Id) ?? account.Tags))
            .Where(account => account.Tags.Count > 0);
    }
}
