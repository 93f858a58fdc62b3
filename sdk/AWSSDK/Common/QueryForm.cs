using System.Globalization;
using System.Text;

namespace Amazon.Common;

/// <summary>The form of a query call. What is null is not sent; lists are numbered from 1.</summary>
internal sealed class QueryForm
{
    private readonly StringBuilder _text = new();

    public void Add(string name, string? value)
    {
        if (value is null)
            return;
        if (_text.Length > 0)
            _text.Append('&');
        _text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <param name="path">With the word between the list's name and the number where the protocol has one: <c>Tags.member</c>.</param>
    public void Add(string path, IEnumerable<string>? values) => AddEach(path, values, Add);

    /// <param name="write">Gets the name of one item, for example <c>Filter.1</c>, to which it appends the names of members.</param>
    public void AddEach<T>(string path, IEnumerable<T>? items, Action<string, T> write)
    {
        var number = 0;
        foreach (var item in items ?? [])
            write(string.Create(CultureInfo.InvariantCulture, $"{path}.{++number}"), item);
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
