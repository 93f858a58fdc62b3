using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FinOps.Functions.Digest;

/// <summary>A report's findings as they are stored beside it.</summary>
/// <param name="GeneratedAt">Of two runs of a day, the later one counts.</param>
/// <param name="NotLookedAt">What the ids of findings begin with that the run could not look for; null for nothing.</param>
public sealed record OwnersFile(string Function, DateOnly Day, DateTimeOffset GeneratedAt, IReadOnlyList<OwnerFindings> Owners, IReadOnlyList<string>? NotLookedAt = null)
{
    public const string Name = "owners.json";

    // A digest of more is nothing that anybody reads; the report itself has all of it.
    private const int MostItems = 100_000;
    private const int LongestText = 2_000;

    public static string Render(IOwnedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(new OwnersFile(report.FunctionName, report.Day, report.GeneratedAt, report.Findings, report.NotLookedAt), DigestJson.Default.OwnersFile);
    }

    /// <param name="mistake">What is wrong with it; null when nothing is.</param>
    public static bool TryRead(string json, [NotNullWhen(true)] out OwnersFile? file, [NotNullWhen(false)] out string? mistake)
    {
        try
        {
            file = JsonSerializer.Deserialize(json, DigestJson.Default.OwnersFile);
            mistake = file is null ? "nothing" : Mistake(file);
        }
        catch (JsonException failure)
        {
            (file, mistake) = (null, failure.Message.ReplaceLineEndings(" "));
        }

        if (mistake is not null)
            file = null;
        return file is not null;
    }

    // What the reader of JSON lets through: nulls where none may be, and texts without end.
    private static string? Mistake(OwnersFile file)
    {
        if (file.Function is not { Length: > 0 } || file.Owners is null || (file.NotLookedAt?.Any(prefix => prefix is null) ?? false) || file.Owners.Any(owner => owner?.Owner is null || owner.Items is null))
            return "a member that is missing";
        var items = file.Owners.SelectMany(owner => owner.Items).ToList();
        if (items.Count > MostItems)
            return $"{items.Count} findings";
        if (items.Exists(item => item is not { Id.Length: > 0, Title: not null } || item.Id.Length > LongestText || item.Title.Length > LongestText))
            return "a finding without an id or title, or with one without end";
        if (items.Exists(item => item.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))))
            return "a currency that is none";
        return file.Owners.SelectMany(owner => owner.Items).Select(item => item.Id).Distinct(StringComparer.Ordinal).Count() == items.Count ? null : "an id twice";
    }
}
