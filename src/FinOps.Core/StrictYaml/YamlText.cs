using FinOps.Core.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FinOps.Core.StrictYaml;

/// <summary>
/// Reads one YAML document into nodes with positions. The representation model of YamlDotNet is not used: it stops at the first
/// duplicate key, and a person wants to see every mistake.
/// </summary>
internal static class YamlText
{
    /// <summary>Deeper nesting than any document of ours has; stops a hostile text before the stack does.</summary>
    private const int MaxDepth = 32;

    /// <returns>The root, or null after a syntax mistake (then <paramref name="problems"/> has it).</returns>
    public static YamlNode? Read(string text, string source, ICollection<Problem> problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new YamlMap([], 1, 1);
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                throw new YamlException(second.Start, second.End, "a second document starts here");
            }

            return root;
        }
        // The scanner of YamlDotNet 16 answers some broken flow collections with InvalidOperationException.
        catch (Exception mistake) when (mistake is YamlException or InvalidOperationException)
        {
            var at = (mistake as YamlException)?.Start ?? parser.Current?.End ?? Mark.Empty;
            problems.Add(new Problem(
                YamlProblems.Syntax, source, $"{at.Line}:{at.Column}", YamlProblems.OneLine(mistake.Message),
                "one YAML document without anchors and aliases",
                "Check the indentation (spaces, never tabs), the quotes and the brackets at this place."));
            return null;
        }
    }

    private static YamlNode ReadNode(Parser parser, int depth)
    {
        var at = parser.Current!;
        if (depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, $"nested deeper than {MaxDepth} levels");
        }

        if (at is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw new YamlException(at.Start, at.End, "an anchor or alias");
        }

        switch (parser.Consume<ParsingEvent>())
        {
            case Scalar scalar:
                return Scalar(scalar);
            case SequenceStart start:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode(parser, depth + 1));
                }

                return new YamlList(items, start.Start.Line, start.Start.Column);
            case MappingStart start:
                var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    if (!parser.TryConsume<Scalar>(out var key))
                    {
                        throw new YamlException(parser.Current!.Start, parser.Current.End, "a key that is not plain text");
                    }

                    entries.Add(new(Scalar(key), ReadNode(parser, depth + 1)));
                }

                return new YamlMap(entries, start.Start.Line, start.Start.Column);
            case var other:
                throw new YamlException(other.Start, other.End, $"an unexpected {other.GetType().Name}");
        }
    }

    private static YamlScalar Scalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Start.Line, scalar.Start.Column);
}
