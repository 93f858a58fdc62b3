namespace SchemaTool;

/// <summary>
/// A type as the reference data spells it, parsed:
/// <c>string number boolean any asset archive list&lt;T&gt; map&lt;T&gt; union&lt;T,T,..&gt; ref:module.Name type:Resource</c>, each with <c>?</c> where optional.
/// <see cref="Head"/> is the word, with <c>ref:</c>/<c>type:</c> names in <see cref="Name"/>.
/// </summary>
internal sealed record TypeExpression(string Head, string? Name, IReadOnlyList<TypeExpression> Arguments, bool Optional)
{
    public static TypeExpression Parse(string text)
    {
        var position = 0;
        var type = Read(text, ref position);
        return position == text.Length ? type : throw new FormatException($"'{text}': cannot read from '{text[position..]}'.");
    }

    /// <summary>Names of every nested type that this expression mentions.</summary>
    public IEnumerable<string> References() =>
        Head == "ref" ? [Name!] : Arguments.SelectMany(argument => argument.References());

    public override string ToString()
    {
        var core = Arguments.Count > 0 ? $"{Head}<{string.Join(',', Arguments)}>" : Name is null ? Head : $"{Head}:{Name}";
        return Optional ? core + "?" : core;
    }

    private static TypeExpression Read(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is ':' or '.' or '_'))
            position++;
        var word = text[start..position];
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        List<TypeExpression> arguments = [];
        if (position < text.Length && text[position] == '<')
        {
            do
            {
                position++;
                arguments.Add(Read(text, ref position));
            }
            while (position < text.Length && text[position] == ',');
            if (position == text.Length || text[position] != '>')
                throw new FormatException($"'{text}': '>' is missing.");
            position++;
        }
        var optional = position < text.Length && text[position] == '?';
        if (optional)
            position++;
        return colon < 0
            ? new TypeExpression(word, null, arguments, optional)
            : new TypeExpression(word[..colon], word[(colon + 1)..], arguments, optional);
    }
}
