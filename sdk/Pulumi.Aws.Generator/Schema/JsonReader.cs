using System.Globalization;
using System.Text;

namespace Pulumi.Aws.Generator.Schema;

/// <summary>
/// JSON as schema.json uses it: objects (ordered), arrays and strings. Strict; anything else is an error with its position.
/// A generator is loaded into the compiler without the packages it would like, hence no System.Text.Json here.
/// </summary>
internal sealed class JsonReader
{
    private readonly string _text;
    private int _position;

    private JsonReader(string text) => _text = text;

    /// <returns><c>string</c>, <c>List&lt;object&gt;</c> or <c>List&lt;KeyValuePair&lt;string, object&gt;&gt;</c>.</returns>
    public static object Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value();
        reader.Blanks();
        return reader._position == text.Length ? value : throw reader.Error("the end of the text");
    }

    private object Value()
    {
        Blanks();
        return Peek() switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => String(),
            _ => throw Error("an object, an array or a string"),
        };
    }

    private List<KeyValuePair<string, object>> Object()
    {
        var members = new List<KeyValuePair<string, object>>();
        Sequence('{', '}', () =>
        {
            Blanks();
            var name = String();
            Blanks();
            Expect(':');
            members.Add(new KeyValuePair<string, object>(name, Value()));
        });
        return members;
    }

    private List<object> Array()
    {
        var items = new List<object>();
        Sequence('[', ']', () => items.Add(Value()));
        return items;
    }

    private void Sequence(char open, char close, Action item)
    {
        Expect(open);
        Blanks();
        if (Peek() == close)
        {
            _position++;
            return;
        }
        while (true)
        {
            item();
            Blanks();
            if (Peek() == close)
                break;
            Expect(',');
        }
        _position++;
    }

    private string String()
    {
        Expect('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            var next = _text[_position++];
            text.Append(next == '\\' ? Escaped() : next);
        }
        _position++;
        return text.ToString();
    }

    private char Escaped()
    {
        var escape = Peek();
        _position++;
        switch (escape)
        {
            case '"' or '\\' or '/': return escape;
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when _position + 4 <= _text.Length
                && int.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default: throw Error("an escape");
        }
    }

    private void Expect(char wanted)
    {
        if (Peek() != wanted)
            throw Error("'" + wanted + "'");
        _position++;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : throw Error("more text");

    private void Blanks()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\n' or '\r' or '\t')
            _position++;
    }

    private FormatException Error(string wanted)
    {
        var line = 1;
        for (var i = 0; i < _position && i < _text.Length; i++)
            if (_text[i] == '\n')
                line++;
        return new FormatException($"line {line}: {wanted} was expected");
    }
}
