using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Recommendations;

/// <summary>
/// Pages of a list with an empty one between the first and the second, as AWS gives them now and then: whoever stops at an empty page, and not at
/// a missing token, loses the rest.
/// </summary>
/// <param name="Maximum">The largest page, which is also the page of a call that names no size.</param>
internal sealed record GappedPage(int Maximum, string Token = "nextToken")
{
    private const char Gap = '\u0001';

    public JsonObject Of<T>(
        string? token, int size, string scope, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode?> print, Func<AwsError> invalid)
    {
        if (token is not null && Pager.Read(scope, token) is [.. var before, Gap])
            return new JsonObject { [member] = new JsonArray(), [Token] = Pager.Write(scope, before) };
        var (page, next) = Pager.Page(items, key, scope, token, size > 0 ? size : Maximum, invalid);
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output[Token] = token is null ? Pager.Write(scope, key(page[^1]) + Gap) : next;
        return output;
    }

    /// <summary>For awsJson, where token and size are members of the input.</summary>
    public JsonObject Of<T>(JsonInput input, string scope, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode?> print) => Of(
        input.Optional(Token), input.Integer("maxResults", Maximum, 0, Maximum), scope, member, items, key, print, () => input.Invalid("The nextToken is not one of this list."));
}
