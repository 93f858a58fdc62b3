using System.Text.Json.Nodes;

namespace FinOps.LocalAws.CostExplorer.Input;

/// <summary>One page of a list, and the token for the next one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <summary>Cuts the page that the request's token names out of all items.</summary>
    public static Page<T> Of(IReadOnlyList<T> all, int size, string operation, JsonObject input, string tokenMember)
    {
        var offset = PageToken.Read(operation, input, tokenMember);
        var items = all.Skip(offset).Take(size).ToList();
        var next = offset + items.Count;
        return new Page<T>(items, next < all.Count ? PageToken.Create(next, operation, input, tokenMember) : null);
    }

    /// <summary>Writes the next token, if there is one, into the output.</summary>
    public void WriteToken(JsonObject output, string member)
    {
        if (NextToken is not null)
            output[member] = NextToken;
    }
}
