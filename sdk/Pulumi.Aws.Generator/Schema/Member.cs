namespace Pulumi.Aws.Generator.Schema;

/// <summary>A property: <c>TYPE[?] [as CSharpName] [secret] [json] [deprecated] [default=VALUE]</c>.</summary>
internal sealed class Member
{
    private Member(string wireName, SchemaType type, bool optional)
    {
        WireName = wireName;
        Type = type;
        Optional = optional;
        Name = char.ToUpperInvariant(wireName[0]) + wireName.Substring(1);
    }

    public string WireName { get; }

    public string Name { get; private set; }

    public SchemaType Type { get; }

    public bool Optional { get; }

    public bool Secret { get; private set; }

    /// <summary>Sent as JSON text, as the provider resource wants everything that is not a string.</summary>
    public bool Json { get; private set; }

    public bool Deprecated { get; private set; }

    /// <summary>A C# literal, or <c>env:A,B</c>; null for none.</summary>
    public string? Default { get; private set; }

    public static Member Parse(string name, string text)
    {
        var words = text.Split(' ');
        var optional = words[0].EndsWith("?", StringComparison.Ordinal);
        var member = new Member(name, SchemaType.Parse(words[0].TrimEnd('?')), optional);
        for (var i = 1; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "as" when i + 1 < words.Length: member.Name = words[++i]; break;
                case "secret": member.Secret = true; break;
                case "json": member.Json = true; break;
                case "deprecated": member.Deprecated = true; break;
                case var word when word.StartsWith("default=", StringComparison.Ordinal): member.Default = word.Substring("default=".Length); break;
                default: throw new FormatException($"member '{name}': '{words[i]}' in '{text}' is not known");
            }
        }
        return member;
    }
}
