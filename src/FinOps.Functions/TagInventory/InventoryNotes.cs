using System.Globalization;
using FinOps.Core.Inventory.Similarity;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.TagInventory;

/// <summary>How the headline numbers came about.</summary>
internal static class InventoryNotes
{
    public static IReadOnlyList<HeadlineNote> For(TagInventoryReport report) =>
    [
        new("Resources", Number(report.Totals.Resources),
            "Resources that tag:GetResources lists, in every account and region that could be asked. AWS lists only what has, or once had, a tag; what never had one is counted apart."),
        new("With a tag", Figures.Percent(report.Totals.TaggedShare),
            $"{Number(report.Totals.Tagged)} of {Number(report.Totals.Resources)} listed resources have at least one tag that is not of AWS. Never-tagged resources are not part of either number."),
        new("Keys", Number(report.Totals.DistinctKeys),
            $"Different keys, letter case and all, AWS's own among them{(report.Totals.UnlistedTags == 0 ? "" : "; an estimate from hashes, because there are too many to keep")}. {report.KeyClusters.Count} words are written in more than one way."),
        new("Tags to change", Number(report.Fixes.Tags),
            $"Tags whose key or value has another spelling than the proposed one: what the tag standard allows, else what most cost carries, else what most resources have. Compared by letter case, separators, plural and mistyped letters (none in words below 5 letters, 1 below 10, 2 above); numbers in a name tell things apart. {Number(report.Fixes.Refused)} more need a person."),
    ];

    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Word(Difference difference) => difference switch
    {
        Difference.None => "proposed",
        Difference.Case => "letter case",
        Difference.Separator => "separators",
        Difference.Synonym => "synonym",
        Difference.Plural => "plural",
        Difference.Typo => "mistyped",
        _ => "standard's suggestion",
    };

    public static string Why(Spelled spelled) => spelled.Edits > 0 ? $"{Word(spelled.Difference)}, {Figures.Count(spelled.Edits, "letter")}" : Word(spelled.Difference);
}
