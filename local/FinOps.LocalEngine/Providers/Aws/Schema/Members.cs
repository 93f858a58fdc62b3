using System.Collections;
using SchemaTool;

namespace FinOps.LocalEngine.Providers.Aws.Schema;

/// <summary>Property types by name.</summary>
internal sealed class Members : IReadOnlyCollection<KeyValuePair<string, TypeExpression>>
{
    private readonly Dictionary<string, TypeExpression> _types = new(StringComparer.Ordinal);

    public int Count => _types.Count;

    public IEnumerable<string> Names => _types.Keys;

    /// <param name="text"><c>name=type;name=type</c>.</param>
    public static Members Parse(string text)
    {
        var members = new Members();
        foreach (var member in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = member.IndexOf('=', StringComparison.Ordinal);
            members._types.Add(member[..equals], TypeExpression.Parse(member[(equals + 1)..]));
        }
        return members;
    }

    public bool Contains(string name) => _types.ContainsKey(name);

    public TypeExpression? Find(string name) => _types.GetValueOrDefault(name);

    public IEnumerator<KeyValuePair<string, TypeExpression>> GetEnumerator() => _types.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
