using Amazon.CostExplorer.Model;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Reads a list to its end, which only a missing token tells: an empty page is none.</summary>
internal static class AllPages
{
    /// <param name="ask">Reads and keeps the page of a token (null for the first), and answers the next token.</param>
    /// <exception cref="Amazon.Runtime.AmazonClientException">The same token came twice.</exception>
    public static async Task ReadAsync(Func<string?, Task<string?>> ask)
    {
        string? token = null;
        do
        {
            var next = await ask(token).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(next) && next == token)
                throw new Amazon.Runtime.AmazonClientException("the same page token came twice");
            token = next;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>The same for Cost Explorer, whose data may change between two pages: what was read then does not fit together, so it starts over, once.</summary>
    /// <param name="restart">Forgets what was kept.</param>
    public static async Task ReadAsync(Func<string?, Task<string?>> ask, Action restart)
    {
        try
        {
            await ReadAsync(ask).ConfigureAwait(false);
        }
        catch (Exception changed) when (changed is RequestChangedException or InvalidNextTokenException)
        {
            restart();
            await ReadAsync(ask).ConfigureAwait(false);
        }
    }
}
