using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FinOps.Core.Baselines;

/// <summary>
/// The last line of a violation's message, by which a baseline knows it again: the wire has no other place for it.
/// <code>TAG001 (missing CostCenter; missing Team) is explained in docs/rules/TAG001.md.</code>
/// </summary>
public static partial class FindingMark
{
    /// <summary>A value that a person wrote may be long; what follows does not tell findings apart any better.</summary>
    private const int Longest = 200;

    private const string Separator = "; ";

    /// <summary>One part of a mark: without the characters by which marks are read again.</summary>
    public static string Part(string text) => Forbidden().Replace(text.Length <= Longest ? text : text[..Longest], "_");

    /// <param name="parts">What is wrong, each made by <see cref="Part"/>; at least one.</param>
    public static string Write(string rule, IEnumerable<string> parts, string page) => $"{rule} ({string.Join(Separator, parts)}) is explained in {page}.";

    /// <returns>The rule and what is wrong, or null when the message carries no mark: a rule that could not judge, or one that is not ours.</returns>
    public static (string Rule, ImmutableArray<string> Findings)? Read(string message)
    {
        var match = Mark().Match(message[(message.LastIndexOf('\n') + 1)..]);
        return match.Success ? (match.Groups[1].Value, [.. match.Groups[2].Value.Split(Separator)]) : null;
    }

    [GeneratedRegex(@"[\p{C};]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\A([A-Z]+[0-9]{3}) \((.+)\) is explained in [^ ]+\.\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
