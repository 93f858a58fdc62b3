namespace FinOps.Core.StrictYaml;

/// <summary>A node of a YAML text that remembers where it stands, so that a mistake can be pointed at. Lines and columns count from one.</summary>
internal abstract record YamlNode(long Line, long Column);

/// <param name="Plain">Written without quotes, so that words like <c>no</c> or <c>null</c> may mean something else than their text.</param>
internal sealed record YamlScalar(string Text, bool Plain, long Line, long Column) : YamlNode(Line, Column)
{
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, long Line, long Column) : YamlNode(Line, Column);

/// <summary>A mapping as written: in order, with its duplicate keys.</summary>
internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, long Line, long Column) : YamlNode(Line, Column);
