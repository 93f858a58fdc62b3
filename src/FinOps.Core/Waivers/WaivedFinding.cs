using System.Globalization;
using System.Text.RegularExpressions;

namespace FinOps.Core.Waivers;

/// <summary>
/// A finding that a waiver hides, as the pack lists it. Packs answer with messages and nothing else, so this is also how a report reads it back:
/// <code>COST003 urn:pulumi:dev::shop::aws:cloudwatch/logGroup:LogGroup::app: old app (payments@example.com, FIN-1, until 2026-03-01)</code>
/// </summary>
/// <param name="Urn">Empty for the stack as a whole.</param>
public sealed partial record WaivedFinding(string Rule, string Urn, string Reason, string Owner, string Ticket, DateOnly Expires)
{
    private const string Stack = "the stack";

    /// <returns>Null for any other text.</returns>
    public static WaivedFinding? Parse(string line) =>
        Form().Match(line) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["until"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new WaivedFinding(
                match.Groups["rule"].Value, match.Groups["urn"].Value is var urn && urn == Stack ? "" : urn,
                match.Groups["reason"].Value, match.Groups["owner"].Value, match.Groups["ticket"].Value, until)
            : null;

    public override string ToString() =>
        $"{Rule} {(Urn.Length == 0 ? Stack : Urn)}: {Reason.ReplaceLineEndings(" ")} ({Owner}, {Ticket}, until {Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})";

    [GeneratedRegex(@"^\s*(?<rule>\S+) (?<urn>the stack|urn:pulumi:.+?): (?<reason>.*) \((?<owner>[^()]*), (?<ticket>[^()]*), until (?<until>\d{4}-\d{2}-\d{2})\)$")]
    private static partial Regex Form();
}
