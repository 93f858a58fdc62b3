using FinOps.Core.Compliance.Results;
using FinOps.Core.Tagging;
using FinOps.Functions.Compliance.Trend;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.Compliance;

/// <summary>The report's words, the same in every form.</summary>
internal static class ComplianceWords
{
    // The FinOps community's bars for tagging: 80 % to begin with, 90 % for a practice that runs.
    private const decimal Begun = 0.8m;
    private const decimal Running = 0.9m;

    public const string NoEarlierRun = "No earlier run: this is the first whose figures are kept.";
    public const string NothingKept = "Figures of earlier runs were not looked at.";
    public const string NothingRequired = "The tag standard requires no key. What is wrong with values and spelling is listed, but there is no score.";

    public static string Subject(ComplianceReport report) =>
        $"Tag compliance {report.Day:yyyy-MM-dd}: {Figures.Percent(report.Result.Share)} of resources, {Figures.Percent(report.Result.SpendShare)} of spend";

    public static string Preview(ComplianceReport report) =>
        $"{Number(report.Result.Total.NonCompliant.Resources)} resources are not compliant, {report.Result.Owners.Count} owners have something to do.";

    public static string Lede(ComplianceReport report) =>
        $"{Number(report.Result.Total.Total.Resources)} resources in {report.AccountsSeen} of {report.AccountsAsked} accounts, held against {report.StandardSource}";

    public static IReadOnlyList<Kpi> Cards(ComplianceReport report)
    {
        var (result, total, before) = (report.Result, report.Result.Total, report.Before);
        return
        [
            new("Compliant resources", Figures.Percent(result.Share),
                $"{Number(total.Compliant.Resources)} of {Number(total.Compliant.Resources + total.NonCompliant.Resources)} judged{Against(result.Share, before?.Share, before)}", Tone(result.Share)),
            new("Compliant spend", Figures.Percent(result.SpendShare),
                result.Spend is null ? "The bill could not be read." : $"of {Figures.Money(total.Compliant.Spend + total.NonCompliant.Spend)} in {result.Spend.Days.Days} days{Against(result.SpendShare, before?.SpendShare, before)}", Tone(result.SpendShare)),
            new("Not compliant", Number(total.NonCompliant.Resources),
                result.Owners.Count == 0 ? "Nobody has anything to do." : $"{Figures.Money(total.NonCompliant.Spend)}; most by {Owner(result.Owners[0].Team)} ({Number(result.Owners[0].NotCompliant.Resources)}).", total.NonCompliant.Resources == 0 ? "" : Tone(result.Share)),
            new("Waived", Number(total.Waived.Resources),
                result.Waivers.Count == 0 ? "No waiver is at work." : $"{Figures.Count(result.Waivers.Count, "waiver")}; the next one ends in {Figures.Count(result.Waivers[0].DaysLeft, "day")}.", ""),
        ];
    }

    public static string Tone(decimal? share) => share switch { null => "", >= Running => "good", >= Begun => "warn", _ => "bad" };

    public static string Owner(string team) => team.Length == 0 ? "nobody" : team;

    /// <summary>What was found, without the values of one resource.</summary>
    public static string Rule(RuleRow row) => row.Kind switch
    {
        TagFindingKind.MissingKey => $"{row.Key} is missing",
        TagFindingKind.KeyMiscased => $"{row.Key} in another casing",
        TagFindingKind.KeyMisspelt => $"another name for {row.Key}",
        TagFindingKind.ValueNotAllowed => $"{row.Key} has a value that is not allowed",
        TagFindingKind.ValueMiscased => $"{row.Key} has a value in another casing",
        TagFindingKind.ValueMisspelt => $"{row.Key} has a misspelt value",
        TagFindingKind.ReservedKey => "a key that only AWS may set",
        TagFindingKind.KeyLength => "a key that is too long",
        TagFindingKind.ValueLength => "a value that is too long",
        TagFindingKind.KeyCharacters => "a key with characters that AWS does not take",
        TagFindingKind.ValueCharacters => "a value with characters that AWS does not take",
        TagFindingKind.TooManyTags => "more than 50 tags",
        _ => row.Kind.ToString(),
    };

    public static string Sight(NativeSight sight) => sight switch
    {
        NativeSight.Seen => "AWS can see it: a value that the tag policy does not list, the key in another casing, or a missing key that it reports",
        NativeSight.TypeNotSupported => "tag policies have no name for the type",
        NativeSight.NeverTagged => "it has no tag; AWS does not count what was never tagged",
        NativeSight.MissingNotReported => "a required key is missing, and the tag policy does not report it for the type (tagPolicy.reportRequiredFor)",
        NativeSight.NotExpressible => "a pattern, a condition or a misspelt key, which tag policies cannot express",
        _ => sight.ToString(),
    };

    /// <summary>Why AWS's figure still differs from the part of ours that it can see.</summary>
    public static string NativeRest(ComplianceReport report)
    {
        if (report.Native is not { } native)
            return "AWS's own summary could not be read.";
        var gap = native.NonCompliant - ComplianceNotes.Seen(report.Result);
        return gap == 0
            ? "AWS counts exactly those of ours that it can see."
            : $"AWS counts {Number(Math.Abs(gap))} {(gap > 0 ? "more" : "fewer")} than those of ours that it can see. It looks once a day, by the policies that are attached and not by the standard, knows no waiver, and counts accounts that this run could not read.";
    }

    public static string Number(long number) => number.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Against(decimal? now, decimal? then, RunFigures? before) =>
        before is not null && now is not null && then is not null ? $"; {Figures.Points(now, then)} since {before.At:yyyy-MM-dd}." : ".";
}
