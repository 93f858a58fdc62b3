using FinOps.Core.Compliance.Results;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance;

/// <summary>How each headline number was computed.</summary>
internal static class ComplianceNotes
{
    public static IReadOnlyList<HeadlineNote> For(ComplianceReport report)
    {
        var (result, total) = (report.Result, report.Result.Total);
        List<HeadlineNote> notes =
        [
            new("Compliant, by count", Figures.Percent(result.Share),
                $"{Number(total.Compliant.Resources)} resources with nothing wrong, divided by those and the {Number(total.NonCompliant.Resources)} with something wrong that no waiver covers. "
                + $"Left out: {Number(total.Waived.Resources)} waived (with them the share would be {Figures.Percent(result.AsksForAnything ? total.ShareWithoutWaivers : null)}), "
                + $"{Number(total.NothingAsked.Resources)} of which the standard asks nothing, {Number(total.UnknownType.Resources)} of unknown type. {Asked(result)}"),
            new("Compliant, by spend", Figures.Percent(result.SpendShare), SpendNote(result)),
            new("Not compliant", Number(total.NonCompliant.Resources),
                $"Held against {report.StandardSource} by the code of the policy pack: presence, values, casing, conditions, limits of AWS. Tags that AWS sets itself (aws:) are not judged. {Number(result.Findings.Count)} are listed, dearest first."),
            new("Waived", Number(total.Waived.Resources),
                $"Resources on which every finding is covered by a waiver that holds today. {Figures.Count(result.Waivers.Count, "waiver")} at work, {result.LapsedWaivers.Count} that have ended and would cover something."),
        ];
        if (report.Native is { } native)
        {
            notes.Add(new("Not compliant, as AWS counts", Number(native.NonCompliant),
                $"Sum of NonCompliantResources of tag:GetComplianceSummary, last updated {(native.LastUpdated.Length == 0 ? "at a time that AWS does not tell" : native.LastUpdated)}. "
                + $"Of ours, {Number(Seen(result))} are of a kind that it can see."));
        }

        return notes;
    }

    public static int Seen(ComplianceResult result) => result.Native.Where(row => row.Sight == NativeSight.Seen).Sum(row => row.Resources.Resources);

    private static string Asked(ComplianceResult result) => result.AsksForAnything ? "" : "The standard requires no key, so there is no score.";

    private static string SpendNote(ComplianceResult result) => result.Spend is { } spend
        ? $"What compliant resources cost ({Figures.Money(result.Total.Compliant.Spend)}), divided by that and what the others cost ({Figures.Money(result.Total.NonCompliant.Spend)}). "
            + $"Amortized usage of {Figures.Days(spend.Days)}; {spend.Source}. Amounts of single resources cover {Figures.Percent(spend.Exact.ShareOf(spend.Usage))} of {Figures.Money(spend.Usage)} usage, all amounts here {Figures.Percent(spend.Share)}."
        : "The bill could not be read.";

    private static string Number(long number) => ComplianceWords.Number(number);
}
