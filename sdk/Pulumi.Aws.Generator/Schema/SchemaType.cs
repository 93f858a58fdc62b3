namespace Pulumi.Aws.Generator.Schema;

/// <summary>
/// A type of schema.json: <c>string bool int double any asset archive assetOrArchive</c>, <c>list&lt;T&gt; map&lt;T&gt; union&lt;T,T&gt;</c>,
/// <c>ref:module.Name</c>, <c>enum:module.Name</c>.
/// </summary>
internal sealed class SchemaType
{
    private SchemaType(string head, string name, IReadOnlyList<SchemaType> arguments)
    {
        Head = head;
        Name = name;
        Arguments = arguments;
    }

    public string Head { get; }

    /// <summary>What follows <c>ref:</c> or <c>enum:</c>; empty otherwise.</summary>
    public string Name { get; }

    public IReadOnlyList<SchemaType> Arguments { get; }

    public bool IsCollection => Head is "list" or "map";

    public static SchemaType Parse(string text)
    {
        var position = 0;
        var type = Read(text, ref position);
        return position == text.Length ? type : throw new FormatException($"type '{text}' has something behind its end");
    }

    public IEnumerable<string> References() => Head == "ref" ? [Name] : Arguments.SelectMany(argument => argument.References());

    private static SchemaType Read(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is not ('<' or ',' or '>'))
            position++;
        var word = text.Substring(start, position - start);
        var arguments = new List<SchemaType>();
        if (position < text.Length && text[position] == '<')
        {
            do
            {
                position++;
                arguments.Add(Read(text, ref position));
            }
            while (position < text.Length && text[position] == ',');
            if (position == text.Length || text[position] != '>')
                throw new FormatException($"type '{text}' lacks a '>'");
            position++;
        }
        var colon = word.IndexOf(':');
        return colon < 0
            ? new SchemaType(word, "", arguments)
            : new SchemaType(word.Substring(0, colon), word.Substring(colon + 1), arguments);
    }
}
