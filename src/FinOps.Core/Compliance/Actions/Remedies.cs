using FinOps.Core.Compliance.Judging;
using FinOps.Core.Tagging;

namespace FinOps.Core.Compliance.Actions;

/// <summary>Thinks of the tags that would mend a resource: what a rename, the standard's suggestion or its default gives, and what is left to a person.</summary>
internal static class Remedies
{
    public static Remedy For(TagStandard standard, IReadOnlyList<JudgedFinding> findings, IReadOnlyDictionary<string, string> tags)
    {
        var set = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var remove = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (finding, _, waiver, _) in findings)
        {
            if (waiver is not null)
            {
                continue;
            }

            switch (finding.Kind)
            {
                case TagFindingKind.MissingKey:
                    set[finding.Key] = (finding.FoundKey is { } found ? Allowed(finding.Key, tags.GetValueOrDefault(found)) : null) ?? standard.Key(finding.Key)?.Default;
                    break;
                case TagFindingKind.KeyMiscased or TagFindingKind.KeyMisspelt:
                    remove.Add(finding.FoundKey!);
                    break;
                case TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt or TagFindingKind.ValueNotAllowed or TagFindingKind.ValueLength or TagFindingKind.ValueCharacters:
                    set[finding.Key] = finding.Suggestion;
                    break;
                case TagFindingKind.KeyLength or TagFindingKind.KeyCharacters:
                    remove.Add(finding.FoundKey!);
                    break;
            }
        }

        return new Remedy([.. set], [.. remove]);

        // A misspelt value under a misspelt key is mended in one go.
        string? Allowed(string key, string? value) =>
            value is null ? null : standard.Key(key)?.Judge(value) is { } wrong ? wrong.Suggestion : value;
    }
}
