using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Cli.Policy.Formats;
using FinOps.Core.Baselines;

namespace FinOps.Cli.Policy.Baselines;

/// <summary>How an update is told to people and to programs.</summary>
internal static class BaselineWords
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    /// <summary>A line for each change, as a diff would show it, then the sum.</summary>
    public static IEnumerable<string> Lines(BaselineUpdate update)
    {
        foreach (var finding in update.Taken)
        {
            yield return PolicyWords.OneLine($"+ {finding}");
        }

        foreach (var entry in update.Renamed)
        {
            yield return PolicyWords.OneLine($"~ {entry.Key} (renamed)");
        }

        foreach (var entry in update.Fixed)
        {
            yield return PolicyWords.OneLine($"{(update.Intent.Prune ? '-' : '?')} {entry.Key} (fixed)");
        }

        yield return Sum(update);
    }

    public static string ToJson(BaselineUpdate update) => new JsonObject
    {
        ["version"] = 1,
        ["file"] = update.File,
        ["written"] = update.Writes,
        ["known"] = update.Known,
        ["elsewhere"] = update.Elsewhere,
        ["taken"] = List(update.Taken),
        ["left"] = List(update.Left),
        ["fixed"] = List(update.Fixed.Select(entry => entry.Key)),
        ["renamed"] = List(update.Renamed.Select(entry => entry.Key)),
        ["unrecordable"] = new JsonArray([.. update.Foreign.Select(finding => new JsonObject { ["pack"] = finding.Rule.Pack, ["rule"] = finding.Rule.Name, ["urn"] = finding.Urn })]),
    }.ToJsonString(_indented) + "\n";

    private static string Sum(BaselineUpdate update)
    {
        var end = update.Intent.Check ? "nothing is changed by a check" : update.Writes ? "written" : "unchanged";
        var gone = update.Fixed.IsEmpty ? "0 fixed" : update.Intent.Prune ? $"{update.Fixed.Length} fixed and removed" : $"{update.Fixed.Length} fixed, which --prune removes";
        return $"{update.File}: {update.Taken.Length} taken in, {update.Left.Length} new and left out, {update.Known} known, {gone}, {update.Elsewhere} of other stacks; {end}.";
    }

    private static JsonArray List(IEnumerable<KnownFinding> findings) =>
        new([.. findings.Select(finding => new JsonObject { ["rule"] = finding.Rule, ["urn"] = finding.Urn, ["finding"] = finding.Finding })]);
}
