using System.Globalization;

namespace FinOps.LocalAws.Wire;

/// <summary>The fields of a query-protocol form: flat names such as <c>Tags.member.1.Key</c>.</summary>
internal sealed class QueryInput(IReadOnlyDictionary<string, string> fields)
{
    public static QueryInput Parse(string form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            fields[Decode(name)] = Decode(value);
        }
        return new QueryInput(fields);
    }

    public string? Optional(string name) => fields.TryGetValue(name, out var value) ? value : null;

    /// <exception cref="AwsError">ValidationError when the field is absent or empty.</exception>
    public string Required(string name) => Optional(name) is { Length: > 0 } value
        ? value
        : throw new AwsError("ValidationError", $"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null");

    /// <exception cref="AwsError">ValidationError when the field is no whole number.</exception>
    public int Integer(string name, int fallback) => Optional(name) switch
    {
        null => fallback,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        { } text => throw new AwsError("ValidationError", $"Value '{text}' at '{name}' is no whole number"),
    };

    /// <summary>The parts of a list, each as an input of its own: <c>Tags.member.1.Key</c> becomes <c>Key</c> of the first; a list of plain values has them under the empty name.</summary>
    public IReadOnlyList<QueryInput> Members(string list, string member = "member") => Items($"{list}.{member}");

    /// <summary>As <see cref="Members"/>, of the lists that number their own name: <c>Filter.1.Name</c>.</summary>
    public IReadOnlyList<QueryInput> Items(string list)
    {
        var parts = new List<QueryInput>();
        for (var index = 1; ; index++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{list}.{index}");
            var part = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in fields)
                if (name == prefix)
                    part[""] = value;
                else if (name.StartsWith(prefix + ".", StringComparison.Ordinal))
                    part[name[(prefix.Length + 1)..]] = value;
            if (part.Count == 0)
                return parts;
            parts.Add(new QueryInput(part));
        }
    }

    /// <summary>A list of plain strings.</summary>
    public IReadOnlyList<string> Strings(string list) => [.. Members(list).Select(part => part.Optional("") ?? "")];

    /// <summary>A list of plain strings that number their own name: <c>InstanceId.1</c>.</summary>
    public IReadOnlyList<string> Texts(string list) => [.. Items(list).Select(part => part.Optional("") ?? "")];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
