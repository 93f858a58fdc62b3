using FinOps.Core.Compliance.Judging;
using FinOps.Core.Inventory;
using FinOps.Core.Tagging;

namespace FinOps.Core.Compliance.Actions;

/// <summary>Thinks of the tags that would mend a resource: what a rename, the standard's suggestion or its default gives, and what is left to a person.</summary>
internal static class Remedies
{
    public static Remedy For(TagStandard standard, IReadOnlyList<JudgedFinding> findings, LiveResource resource)
    {
        var tags = resource.Tags;
        var set = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var remove = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings.Where(judged => judged.Waiver is null).Select(judged => judged.Finding))
        {
            switch (finding.Kind)
            {
                case TagFindingKind.MissingKey:
                    set[finding.Key] = (finding.FoundKey is { } found ? Allowed(finding.Key, tags.GetValueOrDefault(found)) : null) ?? standard.Key(finding.Key)?.Default;
                    break;
                case TagFindingKind.KeyMiscased or TagFindingKind.KeyMisspelt or TagFindingKind.KeyLength or TagFindingKind.KeyCharacters:
                    remove.Add(finding.FoundKey!);
                    break;
                // What a key of the team's own should say nobody else can tell.
                case TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt or TagFindingKind.ValueNotAllowed or TagFindingKind.ValueLength or TagFindingKind.ValueCharacters
                    when standard.Key(finding.Key) is not null:
                    set[finding.Key] = set.GetValueOrDefault(finding.Key) ?? finding.Suggestion;
                    break;
            }
        }

        // IAM takes keys that differ in letter case for one: removing the old one would remove the new one.
        if (ResourceArn.TryParse(resource.Arn, out var arn) && arn.Service == "iam")
        {
            remove.RemoveWhere(key => set.Keys.Any(kept => kept.Equals(key, StringComparison.OrdinalIgnoreCase)));
        }

        return new Remedy([.. set], [.. remove]);

        // A misspelt value under a misspelt key is mended in one go.
        string? Allowed(string key, string? value) =>
            value is null ? null : standard.Key(key)?.Judge(value) is { } wrong ? wrong.Suggestion : value;
    }
}
