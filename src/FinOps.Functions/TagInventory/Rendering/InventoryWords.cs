using FinOps.Core.Costs;
using FinOps.Core.Inventory.Similarity;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.TagInventory.Rendering;

/// <summary>What the forms say alike.</summary>
internal static class InventoryWords
{
    public const string NoAmount = "not known";

    // Far more than one reads in a table; a hostile value has at most 256.
    private const int LongestText = 80;

    public static string Title(TagInventoryReport report) => FormattableString.Invariant($"Tag inventory {report.Day:yyyy-MM-dd}");

    public static string Lede(TagInventoryReport report) =>
        $"{Number(report.Totals.Resources)} resources in {Figures.Count(report.Accounts.Count, "account")} and {Figures.Count(report.Regions.Count, "region")}, {Number(report.Totals.Tags)} tags.";

    public static IReadOnlyList<Kpi> Cards(TagInventoryReport report)
    {
        var (totals, fixes) = (report.Totals, report.Fixes);
        return
        [
            new("Resources", Number(totals.Resources), report.NeverTagged is { } never ? $"{Number(never.Resources)} more never had a tag." : "What never had a tag could not be counted.", ""),
            new("With a tag", Figures.Percent(totals.TaggedShare), $"{Number(totals.Untagged)} of those listed have none any more.", totals.TaggedShare switch { null => "", >= 0.95m => "good", >= 0.8m => "warn", _ => "bad" }),
            new("Keys", Number(totals.DistinctKeys), $"{Figures.Count(report.KeyClusters.Count, "key")} written in more than one way.", report.KeyClusters.Count == 0 ? "good" : "warn"),
            new("Tags to change", Number(fixes.Tags), $"On {Number(fixes.Resources)} resources; {Number(fixes.Refused)} more need a person.", fixes.Tags == 0 ? "good" : "warn"),
        ];
    }

    public static string Number(long number) => InventoryNotes.Number(number);

    public static string Amount(Money? spend) => spend is { } money ? Figures.Money(money) : NoAmount;

    /// <summary>Cut to what a table can show; an empty value is said, not shown as nothing.</summary>
    public static string Cut(string text) => text.Length == 0 ? "(empty)" : text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";

    public static string Proposal(SpellingCluster cluster) => cluster.Canonical is { } canonical ? Cut(canonical) : "none that the tag standard allows";

    public static string Account(TagInventoryReport report, string id) => report.AccountNames.TryGetValue(id, out var name) && name != id ? $"{name} ({id})" : id;

    public static string Spend(TagInventoryReport report)
    {
        var spend = report.Spend;
        List<string> sentences = spend.Keys.Count == 0 ? ["The bill was asked for no key."] : [$"Amounts are usage of {Figures.Days(spend.Period)}, amortized, as Cost Explorer has it by cost allocation tag."];
        if (spend.NotActive.Count > 0)
            sentences.Add($"Not activated for cost allocation, so that the bill cannot say what carries them: {string.Join(", ", spend.NotActive)}.");
        if (spend.NotAsked.Count > 0)
            sentences.Add($"Not asked for, because each costs a request: {string.Join(", ", spend.NotAsked.Take(10).Select(Cut))}{(spend.NotAsked.Count > 10 ? $" and {spend.NotAsked.Count - 10} more" : "")}.");
        return string.Join(" ", sentences);
    }

    /// <summary>"and 12 more" below a table that was cut, or nothing.</summary>
    public static string More(long all, long shown, string noun) => all > shown ? $"{Number(all - shown)} more {noun}{(all - shown == 1 ? "" : "s")} {(all - shown == 1 ? "is" : "are")} left out here; the CSV form has them." : "";

    public static string Apply(TagInventoryReport report) => $"finops run tag-fixes --file fixes.csv --apply --approve {report.Fixes.Hash}";
}
