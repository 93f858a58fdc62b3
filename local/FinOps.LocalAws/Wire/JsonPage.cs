using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>One page of an awsJson list whose token and size have the service's own spelling.</summary>
/// <param name="Maximum">The largest page, which is also the page of a call that names no size.</param>
/// <param name="Token">The member of input and output that carries the token.</param>
/// <param name="Size">The input member that asks for a size.</param>
internal sealed record JsonPage(int Maximum, string Token = "NextToken", string Size = "MaxResults")
{
    /// <param name="input">The call.</param>
    /// <param name="scope">Operation and arguments: a token of another list is refused.</param>
    /// <param name="member">The output member that carries the items.</param>
    /// <param name="items">All of them.</param>
    /// <param name="key">What orders them and tells one from another.</param>
    /// <param name="print">The item as the service writes it.</param>
    public JsonObject Of<T>(JsonInput input, string scope, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode?> print)
    {
        // Zero is allowed by some models and means the service's own size.
        var size = input.Integer(Size, Maximum, 0, Maximum) is > 0 and var asked ? asked : Maximum;
        var (page, next) = Pager.Page(items, key, scope, input.Optional(Token), size, () => input.Invalid($"The {Token} is not one of this list."));
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output[Token] = next;
        return output;
    }
}
