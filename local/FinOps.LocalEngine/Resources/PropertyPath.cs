using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Resources;

/// <summary>A place in a resource's properties: <c>tags.Owner</c>, <c>rules[0].value</c>, <c>tags["a.b"]</c>; <c>*</c> is any name or index.</summary>
internal sealed class PropertyPath
{
    private readonly ImmutableArray<string> _segments;

    private PropertyPath(ImmutableArray<string> segments) => _segments = segments;

    /// <exception cref="FormatException">A bracket or quote is not closed, or a name is empty.</exception>
    public static PropertyPath Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                var quoted = at + 1 < text.Length && text[at + 1] == '"';
                var end = text.IndexOf(quoted ? "\"]" : "]", at + (quoted ? 2 : 1), StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new FormatException($"'{text}' is not a property path: a bracket is not closed");
                }

                segments.Add(text[(at + (quoted ? 2 : 1))..end]);
                at = end + (quoted ? 2 : 1);
            }
            else
            {
                var start = text[at] == '.' ? at + 1 : at;
                var end = text.IndexOfAny(['.', '['], start);
                end = end < 0 ? text.Length : end;
                segments.Add(end > start ? text[start..end] : throw new FormatException($"'{text}' is not a property path: a name is empty"));
                at = end;
            }
        }

        return new PropertyPath(segments.ToImmutable());
    }

    /// <summary><paramref name="news"/> with what stands at this path taken from <paramref name="olds"/>.</summary>
    public PropertyMap Reset(PropertyMap news, PropertyMap olds) =>
        _segments.IsEmpty ? olds : ((ObjectValue)Reset(news, PropertyValue.Of(olds), _segments.AsSpan())!).Map;

    public bool Differs(PropertyMap one, PropertyMap other) =>
        !Find(one, _segments).Select(value => value.Plain()).SequenceEqual(Find(other, _segments).Select(value => value.Plain()));

    private static PropertyValue? Reset(PropertyValue? news, PropertyValue? olds, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return olds;
        }

        var rest = path[1..];
        var old = Unwrap(olds);
        switch (news)
        {
            case SecretValue secret:
                return Reset(secret.Value, olds, path) is { } inner ? new SecretValue(inner) : null;
            case ObjectValue map:
                var oldMap = (old as ObjectValue)?.Map ?? PropertyMap.Empty;
                var result = map.Map;
                foreach (var name in path[0] == "*" ? result.Keys.Union(oldMap.Keys).ToArray() : [path[0]])
                {
                    var value = Reset(result.Find(name), oldMap.Find(name), rest);
                    result = value is null ? result.Remove(name) : result.Set(name, value);
                }

                return new ObjectValue(result);
            case ListValue list:
                var oldItems = (old as ListValue)?.Items ?? [];
                var items = list.Items.ToArray();
                for (var i = 0; i < items.Length; i++)
                {
                    if (Matches(path[0], i) && i < oldItems.Length)
                    {
                        items[i] = Reset(items[i], oldItems[i], rest) ?? items[i];
                    }
                }

                return new ListValue([.. items]);
            default:
                return news;
        }
    }

    private static IEnumerable<PropertyValue> Find(PropertyValue value, ImmutableArray<string> path, int at = 0)
    {
        value = Unwrap(value)!;
        if (at == path.Length)
        {
            return [value];
        }

        return value switch
        {
            ObjectValue map => map.Map.Where(item => path[at] == "*" || path[at] == item.Key).SelectMany(item => Find(item.Value, path, at + 1)),
            ListValue list => list.Items.Where((_, i) => Matches(path[at], i)).SelectMany(item => Find(item, path, at + 1)),
            _ => [],
        };
    }

    private static PropertyValue? Unwrap(PropertyValue? value) => value is SecretValue secret ? Unwrap(secret.Value) : value;

    private static bool Matches(string segment, int index) =>
        segment == "*" || (int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted == index);
}
