using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FinOps.Core.Tests.Metrics;

/// <summary>Reads OpenMetrics text as strictly as its specification is written, for the types in use; throws FormatException at the first offence.</summary>
internal sealed partial class OpenMetricsParser
{
    private readonly List<ParsedSample> _samples = [];
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);
    private string _family = "";
    private string _type = "";
    private string _last = "";

    public static IReadOnlyList<ParsedSample> Parse(string text)
    {
        var parser = new OpenMetricsParser();
        if (!text.EndsWith("# EOF\n", StringComparison.Ordinal))
            throw new FormatException("No end.");
        foreach (var line in text[..^"# EOF\n".Length].Split('\n')[..^1])
            parser.Line(line);
        return parser._samples;
    }

    private void Line(string line)
    {
        if (!line.StartsWith('#'))
            Sample(line);
        else if (Descriptor().Match(line) is { Success: true } match)
            Describe(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        else
            throw new FormatException($"Neither a descriptor nor a sample: {line}");
    }

    private void Describe(string keyword, string name, string text)
    {
        var fits = keyword switch
        {
            "TYPE" => text is "gauge" or "counter" or "info" && _families.Add(name),
            "UNIT" => _last == "TYPE" && name == _family && name.EndsWith("_" + text, StringComparison.Ordinal),
            _ => _last is "TYPE" or "UNIT" && name == _family && Escaped().IsMatch(text),
        };
        if (!fits)
            throw new FormatException($"{keyword} of {name} is wrong or in the wrong place: {text}");
        if (keyword == "TYPE")
            (_family, _type) = (name, text);
        _last = keyword;
    }

    private void Sample(string line)
    {
        var match = SampleLine().Match(line);
        var suffix = _type switch { "counter" => "_total", "info" => "_info", _ => "" };
        if (!match.Success || match.Groups["name"].Value != _family + suffix || _last is not ("HELP" or "sample"))
            throw new FormatException($"No sample of {_family}: {line}");
        _last = "sample";
        var labels = match.Groups["label"].Captures.Zip(match.Groups["value"].Captures)
            .ToDictionary(pair => pair.First.Value, pair => Unescape(pair.Second.Value), StringComparer.Ordinal);
        var key = string.Join('\u0001', labels.OrderBy(label => label.Key, StringComparer.Ordinal).SelectMany(label => new[] { label.Key, label.Value }));
        if (!_series.Add($"{_family}\u0001{key}"))
            throw new FormatException($"Twice: {line}");
        _samples.Add(new ParsedSample(match.Groups["name"].Value, labels, decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)));
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' ? value[i] : value[++i] == 'n' ? '\n' : value[i]);
        return text.ToString();
    }

    [GeneratedRegex(@"\A# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)\z", RegexOptions.Singleline)]
    private static partial Regex Descriptor();

    [GeneratedRegex("""\A(?:[^"\\\n]|\\[\\"n])*\z""")]
    private static partial Regex Escaped();

    [GeneratedRegex("""
        \A(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?:(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)"(?:,(?=[a-zA-Z_])|(?=\})))+\})?[ ](?<number>-?[0-9]+(?:\.[0-9]+)?)\z
        """)]
    private static partial Regex SampleLine();
}

internal sealed record ParsedSample(string Name, IReadOnlyDictionary<string, string> Labels, decimal Value);
