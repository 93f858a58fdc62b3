using System.Collections.Immutable;

namespace FinOps.Core.Baselines;

/// <summary>
/// The lines before the mark of a violation that the baseline knows, for people and to be read again.
/// <code>
/// Known since 2026-03-01, so it advises; what comes new is not let through.
/// Recorded as urn:pulumi:dev::shop::aws:s3/bucket:Bucket::old.
/// </code>
/// </summary>
public static class KnownNote
{
    private const string FormerStart = "Recorded as ";
    private const string KnownStart = "Known since ";
    private const string KnownEnd = ", so it advises; what comes new is not let through.";

    public static string Since(DateOnly day) => $"{KnownStart}{day:yyyy-MM-dd}{KnownEnd}";

    /// <summary>The baseline has the resource under a name that it had before.</summary>
    public static string Former(string urn) => $"{FormerStart}{urn}.";

    /// <param name="message">The whole message of a violation; its last line is the mark.</param>
    /// <returns>Whether the baseline knows all of it, and the former names under which it knows the resource.</returns>
    public static (bool IsKnown, ImmutableArray<string> FormerUrns) Read(string message)
    {
        var before = message.Split('\n').SkipLast(1).Reverse().ToList();
        var former = before.TakeWhile(line => line.StartsWith(FormerStart + "urn:pulumi:", StringComparison.Ordinal) && line.EndsWith('.')).Select(line => line[FormerStart.Length..^1]).ToImmutableArray();
        var note = before.ElementAtOrDefault(former.Length) ?? "";
        return (note.StartsWith(KnownStart, StringComparison.Ordinal) && note.EndsWith(KnownEnd, StringComparison.Ordinal), former);
    }
}
