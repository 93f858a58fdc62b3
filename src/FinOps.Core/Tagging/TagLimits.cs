using System.Globalization;
using System.Text;

namespace FinOps.Core.Tagging;

/// <summary>
/// What AWS accepts as a tag on every service (Tagging API reference, "Tag naming limits and requirements"). Single services allow more
/// characters; a standard for all of them keeps to what all of them allow.
/// </summary>
public static class TagLimits
{
    /// <summary>Characters of a key: 1 to 128.</summary>
    public const int KeyLength = 128;

    /// <summary>Characters of a value: 0 to 256.</summary>
    public const int ValueLength = 256;

    /// <summary>Tags of one resource, those of AWS itself not counted.</summary>
    public const int TagsPerResource = 50;

    /// <summary>Keys that only AWS may set start so, in any casing.</summary>
    public const string ReservedPrefix = "aws:";

    public const string AllowedCharacters = "letters, digits, spaces and _ . : / = + - @";

    public static bool IsReserved(string key) => key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first character that AWS does not take, or null.</summary>
    public static Rune? FirstForbidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune))
            {
                return rune;
            }
        }

        return null;
    }

    private static bool IsAllowed(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || "_.:/=+-@ ".Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.SpaceSeparator;
}
