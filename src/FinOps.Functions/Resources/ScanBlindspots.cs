using FinOps.Functions.Reports;

namespace FinOps.Functions.Resources;

/// <summary>Says in few sentences which places could not be read, however many they are.</summary>
internal static class ScanBlindspots
{
    private const int Named = 5;

    public static IEnumerable<Blindspot> Of(IReadOnlyList<UnreadPlace> places, IReadOnlySet<string> readAccounts)
    {
        foreach (var group in places.GroupBy(place => place.Reason).OrderBy(group => group.Key))
        {
            var (why, next) = Explain(group.Key);
            var told = group.Select(place => place.Why).Distinct(StringComparer.Ordinal).ToList();
            yield return new Blindspot(What([.. group], readAccounts), $"{why} ({told[0]}{(told.Count > 1 ? $", and {told.Count - 1} other answers" : "")})", next);
        }
    }

    private static string What(IReadOnlyList<UnreadPlace> places, IReadOnlySet<string> readAccounts)
    {
        var whole = places.Where(place => !readAccounts.Contains(place.AccountId)).GroupBy(place => place.AccountId).Select(account => Name(account.First())).ToList();
        var parts = places.Where(place => readAccounts.Contains(place.AccountId)).GroupBy(place => place.Region ?? "", StringComparer.Ordinal)
            .Select(region => $"of region {region.Key} in {List(region.Select(Name), "account")}");
        var before = places.Sum(place => place.Resources);
        var all = (whole.Count > 0 ? [$"of {List(whole, "account")}"] : Array.Empty<string>()).Concat(parts).ToList();
        return $"resources {string.Join("; ", all.Take(Named))}{(all.Count > Named ? $"; and {all.Count - Named} more regions" : "")}{(before > 0 ? $", beyond {before:N0} that were read before" : "")}";
    }

    private static string Name(UnreadPlace place) => $"{place.AccountName} ({place.AccountId})";

    private static string List(IEnumerable<string> names, string word)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return all.Count == 1 ? $"the {word} {all[0]}" : $"{all.Count:N0} {word}s: {string.Join(", ", all.Take(Named))}{(all.Count > Named ? $" and {all.Count - Named:N0} more" : "")}";
    }

    private static (string Why, string NextStep) Explain(UnreadReason reason) => reason switch
    {
        UnreadReason.RoleRefused => ("the reader role cannot be assumed", "Deploy the member roles there (finops:members), and see that their trust names this function."),
        UnreadReason.Denied => ("the reader role may not ask there, or a service control policy forbids it", "Allow tag:GetResources and ec2:DescribeRegions, and look for a policy that forbids the region."),
        UnreadReason.RegionNotEnabled => ("the region does not know the session", "Enable the region in the account, or let STS of the home region give keys that hold everywhere."),
        UnreadReason.Throttled => ("AWS refused all attempts for their number", "Lower the scan's requests a second, or run it when no other tool reads tags."),
        UnreadReason.TokenExpired => ("AWS let its page token expire again and again", "Run the report again; if it stays, raise the requests a second."),
        UnreadReason.OutOfTime => ("the time of the run ended", "Give the function more time, or raise the concurrency."),
        _ => ("AWS did not answer properly after all attempts", "Run the report again."),
    };
}
