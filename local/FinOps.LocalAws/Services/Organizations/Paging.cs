using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Pages of at most 20, as every list of Organizations has.</summary>
internal static class Paging
{
    public static JsonObject Page<T>(this JsonInput input, string operation, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode> print)
    {
        if (input.Has("MaxResults") && input.OptionalLong("MaxResults") is < 1 or > 20)
            throw OrganizationsErrors.InvalidInput("You provided a value for MaxResults that is not between 1 and 20.",
                input.OptionalLong("MaxResults") < 1 ? "MIN_VALUE_EXCEEDED" : "MAX_VALUE_EXCEEDED");
        var arguments = input.Optional("ParentId") ?? input.Optional("TargetId") ?? input.Optional("PolicyId") ?? "";
        var (page, next) = Pager.Page(items, key, $"{operation} {arguments} {input.Optional("Filter")}", input.Optional("NextToken"),
            input.Integer("MaxResults", 20, 1, 20), OrganizationsErrors.InvalidToken);
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }
}
