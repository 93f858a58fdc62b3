using FinOps.Core.Problems;

namespace FinOps.Core.StrictYaml;

/// <summary>Collects the mistakes of one YAML text, each with <c>line:column path</c>.</summary>
internal sealed class YamlProblems(string source)
{
    public const string Syntax = "FIN2001";
    public const string UnknownKey = "FIN2002";
    public const string DuplicateKey = "FIN2003";
    public const string WrongType = "FIN2004";
    public const string Missing = "FIN2005";

    private readonly List<Problem> _problems = [];

    public string Source => source;

    public List<Problem> All => _problems;

    public void Add(string id, YamlNode at, string path, string found, string allowed, string fix) =>
        _problems.Add(new Problem(id, source, $"{at.Line}:{at.Column} {path}", found, allowed, fix));

    public static string Quote(string text) => $"'{OneLine(text.Length <= 80 ? text : text[..77] + "...")}'";

    public static string OneLine(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public static string Describe(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => "nothing",
        YamlScalar scalar => Quote(scalar.Text),
        YamlList list => $"a list of {list.Items.Count}",
        YamlMap => "a mapping",
        _ => "something else",
    };
}
