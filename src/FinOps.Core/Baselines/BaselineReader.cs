using System.Globalization;
using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Baselines;

/// <summary>
/// Reads <c>policy-baseline.json</c>:
/// <code>
/// { "version": 1, "entries": [ { "rule": "TAG001", "urn": "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs", "finding": "missing Team", "since": "2026-03-01" } ] }
/// </code>
/// </summary>
internal sealed class BaselineReader
{
    public const string Malformed = "FIN2020";

    private const string Record = "Mend it, or remove the entry.";
    private static readonly string[] RootNames = ["version", "entries"];
    private static readonly string[] EntryNames = ["rule", "urn", "finding", "since", "reason"];

    private readonly string _source;
    private readonly ICollection<Problem> _problems;

    private BaselineReader(string source, ICollection<Problem> problems) => (_source, _problems) = (source, problems);

    public static IReadOnlyList<BaselineEntry> Read(string json, string source, ICollection<Problem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new BaselineReader(source, problems).Root(document.RootElement);
        }
        catch (JsonException mistake)
        {
            problems.Add(new Problem(Malformed, source, $"{mistake.LineNumber + 1}:{mistake.BytePositionInLine + 1}", "text that is not JSON", "a JSON object", Record));
            return [];
        }
    }

    private List<BaselineEntry> Root(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Add("file", Describe(root), "an object with version and entries", Record);
            return [];
        }

        Names(root, "", RootNames);
        if (!root.TryGetProperty("version", out var version))
        {
            Add("version", "nothing", $"{Baseline.SchemaVersion}", $"Write \"version\": {Baseline.SchemaVersion}");
        }
        else if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Baseline.SchemaVersion)
        {
            Add("version", Describe(version), $"{Baseline.SchemaVersion}", $"Write \"version\": {Baseline.SchemaVersion}; this program knows no other.");
        }

        if (!root.TryGetProperty("entries", out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            Add("entries", root.TryGetProperty("entries", out var found) ? Describe(found) : "nothing", "a list", Record);
            return [];
        }

        var read = new Dictionary<KnownFinding, BaselineEntry>();
        foreach (var (i, item) in entries.EnumerateArray().Index())
        {
            if (Entry(item, $"entries[{i}]") is { } entry && !read.TryAdd(entry.Key, entry))
            {
                Add($"entries[{i}]", $"{entry.Key} again", "each finding once", "Remove the entry.");
            }
        }

        return [.. read.Values];
    }

    private BaselineEntry? Entry(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Add(path, Describe(item), "an object with rule, urn, finding and since", Record);
            return null;
        }

        Names(item, path + ".", EntryNames);
        var (rule, urn, finding) = (Text(item, path, "rule"), Text(item, path, "urn"), Text(item, path, "finding"));
        if (urn is not null && !urn.StartsWith("urn:pulumi:", StringComparison.Ordinal))
        {
            Add($"{path}.urn", $"'{urn}'", "the URN of a resource", "For example urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs");
        }

        var reason = item.TryGetProperty("reason", out _) ? Text(item, path, "reason") : null;
        DateOnly day = default;
        var since = Text(item, path, "since");
        if (since is not null && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            Add($"{path}.since", $"'{since}'", "a date as year-month-day", "Write \"since\": \"2026-03-01\"");
        }

        return rule is null || urn is null || finding is null || day == default ? null : new BaselineEntry(rule, urn, finding, day, reason);
    }

    private string? Text(JsonElement item, string path, string name)
    {
        if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Add($"{path}.{name}", item.TryGetProperty(name, out var found) ? Describe(found) : "nothing", "text", Record);
        return null;
    }

    private void Names(JsonElement item, string path, string[] allowed)
    {
        foreach (var group in item.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal))
        {
            if (!allowed.Contains(group.Key))
            {
                Add(path + group.Key, $"'{group.Key}'", string.Join(", ", allowed), Spelling.DidYouMean(group.Key, allowed));
            }
            else if (group.Count() > 1)
            {
                Add(path + group.Key, $"'{group.Key}' {group.Count()} times", "each name once", "Remove all but one.");
            }
        }
    }

    private void Add(string path, string found, string allowed, string fix) => _problems.Add(new Problem(Malformed, _source, path, found, allowed, fix));

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ when value.GetRawText() is { Length: > 80 } text => text[..77] + "...",
        _ => value.GetRawText(),
    };
}
