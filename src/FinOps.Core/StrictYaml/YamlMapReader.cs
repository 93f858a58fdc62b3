using FinOps.Core.Tagging;

namespace FinOps.Core.StrictYaml;

/// <summary>
/// Typed access to one mapping of a known shape. Every getter reports a wrong type and goes on with null;
/// <see cref="Finish"/> reports the keys that nobody asked for.
/// </summary>
internal sealed class YamlMapReader
{
    private readonly YamlMap _map;
    private readonly YamlProblems _problems;
    private readonly Dictionary<string, YamlNode> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlMapReader(YamlMap map, string path, YamlProblems problems)
    {
        _map = map;
        _problems = problems;
        Path = path;
        var seen = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in map.Entries)
        {
            if (seen.TryGetValue(key.Text, out var first))
            {
                problems.Add(YamlProblems.DuplicateKey, key, Child(key.Text),
                    $"{YamlProblems.Quote(key.Text)} again", "each key once; keys that differ only by casing count as one",
                    $"Remove it or merge it with {YamlProblems.Quote(first.Text)} on line {first.Line}.");
                continue;
            }

            seen.Add(key.Text, key);
            _entries.Add(key.Text, value);
        }
    }

    public string Path { get; }

    public YamlMap Map => _map;

    public IEnumerable<YamlScalar> Keys => _map.Entries.Select(entry => entry.Key).Where(key => _entries.ContainsKey(key.Text)).DistinctBy(key => key.Text);

    public static YamlMapReader? Of(YamlNode node, string path, YamlProblems problems, string example)
    {
        if (node is YamlMap map)
        {
            return new YamlMapReader(map, path, problems);
        }

        problems.Add(YamlProblems.WrongType, node, path, YamlProblems.Describe(node), "a mapping of names to values", $"For example: {example}");
        return null;
    }

    public string Child(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public bool Has(string key) => _entries.ContainsKey(key);

    public YamlNode? Node(string key)
    {
        _asked.Add(key);
        return _entries.GetValueOrDefault(key);
    }

    public YamlScalar? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { IsNull: false } scalar:
                return scalar;
            case var other:
                _problems.Add(YamlProblems.WrongType, other, Child(key), YamlProblems.Describe(other), "text", $"Write {key}: some text, or remove the entry.");
                return null;
        }
    }

    public bool? Flag(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Plain: true, Text: "true" }:
                return true;
            case YamlScalar { Plain: true, Text: "false" }:
                return false;
            case var other:
                _problems.Add(YamlProblems.WrongType, other, Child(key), YamlProblems.Describe(other), "true or false", $"Write {key}: true");
                return null;
        }
    }

    /// <summary>A list of texts. Words that YAML readers take for a boolean or null must be quoted, so that everybody reads the same.</summary>
    public IReadOnlyList<YamlScalar>? Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlList list:
                var texts = new List<YamlScalar>(list.Items.Count);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (list.Items[i] is YamlScalar scalar && !IsAmbiguous(scalar))
                    {
                        texts.Add(scalar);
                        continue;
                    }

                    _problems.Add(YamlProblems.WrongType, list.Items[i], $"{Child(key)}[{i}]", YamlProblems.Describe(list.Items[i]),
                        "text; words like yes, no, true, null only in quotes", "Put the value in quotes.");
                }

                return texts;
            case var other:
                _problems.Add(YamlProblems.WrongType, other, Child(key), YamlProblems.Describe(other), "a list of texts", $"Write {key}: [first, second]");
                return null;
        }
    }

    public YamlMapReader? SubMap(string key, string example) =>
        Node(key) is { } node ? Of(node, Child(key), _problems, example) : null;

    public void Require(string key, string allowed, string fix)
    {
        if (!Has(key))
        {
            _asked.Add(key);
            _problems.Add(YamlProblems.Missing, _map, Child(key), "nothing", allowed, fix);
        }
    }

    /// <summary>The key <c>version</c>, without which a later form of the file could not be told from this one.</summary>
    public void RequireVersion(string known)
    {
        Require("version", known, $"Write version: {known}");
        if (Text("version") is { } version && version.Text != known)
        {
            _problems.Add(YamlProblems.WrongType, version, Child("version"), YamlProblems.Quote(version.Text), known, $"Write version: {known}; this program knows no other.");
        }
    }

    public void Finish()
    {
        foreach (var key in Keys.Where(key => !_asked.Contains(key.Text)))
        {
            var near = Spelling.Nearest(key.Text, _asked);
            _problems.Add(YamlProblems.UnknownKey, key, Child(key.Text), YamlProblems.Quote(key.Text),
                string.Join(", ", _asked.Order(StringComparer.Ordinal)),
                near is null ? "Remove the entry." : $"Did you mean {YamlProblems.Quote(near)}?");
        }
    }

    private static bool IsAmbiguous(YamlScalar scalar) => scalar.Plain && (scalar.IsNull
        || scalar.Text.ToLowerInvariant() is "yes" or "no" or "on" or "off" or "true" or "false");
}
