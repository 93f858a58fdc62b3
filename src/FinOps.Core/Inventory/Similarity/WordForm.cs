using System.Text;
using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Similarity;

/// <summary>
/// A word taken apart for comparing. Numbers tell things apart: <c>api-1</c> and <c>api-2</c>, <c>v1.2</c> and <c>v12</c> are never one word.
/// </summary>
internal sealed record WordForm
{
    public WordForm(string text)
    {
        Text = text;
        Folded = Spelling.Fold(text);
        Numbers = NumbersOf(text);
    }

    public string Text { get; }

    /// <summary>Lower case, without separators.</summary>
    public string Folded { get; }

    /// <summary>The runs of digits in their order.</summary>
    public string Numbers { get; }

    /// <summary>The folded word in the singular, as English forms plurals; the word itself when it is none, or too short to tell.</summary>
    public string Singular => Folded switch
    {
        { Length: < 4 } => Folded,
        _ when Folded.EndsWith("ies", StringComparison.Ordinal) && Folded.Length > 4 => Folded[..^3] + "y",
        _ when Ends("ches") || Ends("shes") || Ends("sses") || Ends("xes") => Folded[..^2],
        _ when Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is") => Folded[..^1],
        _ => Folded,
    };

    /// <summary>Lower-case words between separators and humps: <c>costCenter</c> has two.</summary>
    public IReadOnlyList<string> Tokens()
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        foreach (var (at, c) in Text.Index())
        {
            var separates = Spelling.Fold(c.ToString()).Length == 0;
            if (token.Length > 0 && (separates || (char.IsUpper(c) && char.IsLower(Text[at - 1]))))
            {
                tokens.Add(token.ToString());
                token.Clear();
            }

            if (!separates)
                token.Append(char.ToLowerInvariant(c));
        }

        if (token.Length > 0)
            tokens.Add(token.ToString());
        return tokens;
    }

    private static string NumbersOf(string text)
    {
        if (!text.Any(char.IsDigit))
            return "";
        var numbers = new StringBuilder();
        foreach (var (at, c) in text.Index())
        {
            if (!char.IsDigit(c))
                continue;
            if (numbers.Length > 0 && !char.IsDigit(text[at - 1]))
                numbers.Append(' ');
            numbers.Append(c);
        }

        return numbers.ToString();
    }

    private bool Ends(string with) => Folded.EndsWith(with, StringComparison.Ordinal);
}
