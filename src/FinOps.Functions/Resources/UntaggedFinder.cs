using Amazon.ResourceExplorer2.Model;
using FinOps.Core.Inventory;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Resources;

/// <summary>
/// Finds resources without tags through Resource Explorer. One query finds 1,000 of them at most, however it is paged, so a question that has more
/// answers is asked again in parts: by region, within it by type, within that by account.
/// </summary>
/// <param name="search">Asks one page.</param>
/// <param name="viewArn">Null for the default view.</param>
internal sealed class UntaggedFinder(Func<SearchRequest, CancellationToken, Task<SearchResponse>> search, string? viewArn, ScanIntake intake)
{
    private const string Untagged = "tag:none";
    private const int LargestPage = 1_000;
    private const int Named = 5;

    /// <summary>Longest query that AWS takes, in characters.</summary>
    private const int LongestQuery = 1_280;

    private static readonly Dictionary<string, string> NoTags = new(StringComparer.Ordinal);

    private readonly List<string> _cut = [];

    /// <param name="regions">Every region of the scan.</param>
    /// <param name="accounts">Every account of the organization.</param>
    /// <returns>What remained unseen.</returns>
    public async Task<IReadOnlyList<Blindspot>> FindAsync(IReadOnlyList<string> regions, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        try
        {
            if (await AskAsync(Untagged, cancellationToken).ConfigureAwait(false) is null)
                return [];
            foreach (var region in regions.Append(LiveResource.Global))
                await AskByTypeAsync($"{Untagged} region:{region}", accounts, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (ScanFailure.IsAnswer(failure))
        {
            return [NotFound(failure, intake.NeverTagged)];
        }

        return _cut.Count == 0 ? [] :
        [
            new Blindspot(
                $"some resources that were never tagged: of {string.Join("; ", _cut.Take(Named))}{(_cut.Count > Named ? $" and {_cut.Count - Named} more" : "")}",
                "Resource Explorer finds 1,000 resources for one question, and these questions have more answers",
                "Tag or remove what the report shows; the next run sees the rest."),
        ];
    }

    private async Task AskByTypeAsync(string query, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        // Each round asks for the types that the last one showed, and then for whatever is none of them.
        var rest = query;
        var types = await AskAsync(query, cancellationToken).ConfigureAwait(false);
        while (types is { Count: > 0 })
        {
            foreach (var type in types)
                await AskByAccountAsync($"{query} resourcetype:{type}", accounts, cancellationToken).ConfigureAwait(false);
            rest = string.Join(' ', types.Select(type => $"-resourcetype:{type}").Prepend(rest));
            if (rest.Length > LongestQuery)
            {
                await AskByAccountAsync(query, accounts, cancellationToken).ConfigureAwait(false);
                return;
            }

            types = await AskAsync(rest, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AskByAccountAsync(string query, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        if (await AskAsync(query, cancellationToken).ConfigureAwait(false) is null)
            return;
        foreach (var account in accounts)
            if (await AskAsync($"{query} accountid:{account}", cancellationToken).ConfigureAwait(false) is not null)
                _cut.Add($"{query[(Untagged.Length + 1)..]} accountid:{account}");
    }

    /// <returns>Null when the answer was complete; else the types among its first 1,000.</returns>
    private async Task<IReadOnlyList<string>?> AskAsync(string query, CancellationToken cancellationToken)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var request = new SearchRequest { QueryString = query, ViewArn = viewArn, MaxResults = LargestPage };
        SearchResponse page;
        do
        {
            page = await search(request, cancellationToken).ConfigureAwait(false);
            var rows = page.Resources ?? [];
            intake.Add(rows.Select(row => (row.Arn ?? "", LiveResource.Found(row.Arn ?? "", row.OwningAccountId ?? "", row.Region ?? LiveResource.Global, NoTags))), SeenBy.ResourceExplorer);
            types.UnionWith(rows.Select(row => row.ResourceType).OfType<string>());
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return page.Count?.Complete == false ? [.. types.Order(StringComparer.Ordinal)] : null;
    }

    private static Blindspot NotFound(Exception failure, long found)
    {
        var what = found == 0 ? "resources that were never tagged" : $"resources that were never tagged, beyond {found:N0} that were found";
        return failure switch
        {
            OperationCanceledException => new Blindspot(what, "the time of the run ended before Resource Explorer was asked for all", "Give the function more time or memory."),
            ResourceNotFoundException or UnauthorizedException => new Blindspot(
                what, $"Resource Explorer has no view there that covers the organization and shows tags ({ScanFailure.Describe(failure)})",
                "Make an aggregator index and a view with the organization's scope and tags included, or name region and view in the settings."),
            _ when ScanFailure.ReasonOf(failure) == UnreadReason.Denied => new Blindspot(
                what, $"the function's role may not search ({ScanFailure.Describe(failure)})", "Allow resource-explorer-2:Search on the view."),
            _ => new Blindspot(what, $"Resource Explorer did not answer ({ScanFailure.Describe(failure)})", "Run the report again."),
        };
    }
}
