using FinOps.Functions.Reports;

namespace FinOps.Functions.Digest;

/// <summary>Compares what the reports say now with the last digest. Pure.</summary>
internal static class DigestWriter
{
    /// <param name="week">The week that the digest is of.</param>
    /// <param name="ownerOf">The name under which an owner is told; the empty one has a name too.</param>
    /// <param name="before">The last digest of an earlier week; null for the first one.</param>
    public static DigestState Write(
        string week, DateTimeOffset now, IReadOnlyList<OwnersFile> reports, Func<string, string> ownerOf, DigestState? before, IReadOnlyList<Blindspot> notSeen)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var unseen = reports.ToDictionary(report => report.Function, report => report.NotLookedAt ?? [], StringComparer.Ordinal);
        var old = (before?.Owners ?? []).SelectMany(owner => owner.Standing.Select(item => (owner.Owner, Item: item))).DistinctBy(each => each.Item.Key).ToList();
        var since = old.ToDictionary(each => each.Item.Key, each => each.Item.Since);
        var present = reports.SelectMany(report => report.Owners.SelectMany(owner => owner.Items.Select(item =>
            (Owner: ownerOf(owner.Owner), Item: new DigestItem(report.Function, Named(owner.Owner, ownerOf(owner.Owner), item), since.GetValueOrDefault((report.Function, item.Id), today)))))).ToList();
        var keys = present.Select(each => each.Item.Key).ToHashSet();
        // What went to another owner is not fixed: it is in his digest, as old as it is.
        var gone = old.Where(each => !keys.Contains(each.Item.Key)).ToLookup(each => unseen.TryGetValue(each.Item.Function, out var prefixes) && !prefixes.Any(prefix => each.Item.Finding.Id.StartsWith(prefix, StringComparison.Ordinal)));
        var owners = present.Select(each => each.Owner).Concat(old.Select(each => each.Owner)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(owner => new OwnerDigest(
            owner,
            Of(owner, present.Where(each => !since.ContainsKey(each.Item.Key))),
            Of(owner, present.Where(each => since.ContainsKey(each.Item.Key))),
            Of(owner, gone[true]),
            Of(owner, gone[false]))).Where(owner => owner.Standing.Any() || owner.Fixed.Count > 0);
        return new DigestState(week, now, [.. owners], [.. reports.Select(report => new DigestSource(report.Function, report.Day)).OrderBy(source => source.Function, StringComparer.Ordinal)], notSeen);
    }

    /// <summary>Who answers for what nobody owns is told whom the report meant.</summary>
    private static Finding Named(string owner, string told, Finding finding) => owner.Length == 0 || told == owner ? finding : finding with { Title = $"{finding.Title} (owner: {owner})" };

    private static List<DigestItem> Of(string owner, IEnumerable<(string Owner, DigestItem Item)> items) =>
    [
        .. items.Where(each => each.Owner == owner).Select(each => each.Item)
            .OrderByDescending(item => item.Finding.Severity).ThenByDescending(item => item.Finding.Amount ?? 0).ThenBy(item => item.Function, StringComparer.Ordinal).ThenBy(item => item.Finding.Id, StringComparer.Ordinal),
    ];
}
