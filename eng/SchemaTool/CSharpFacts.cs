namespace SchemaTool;

/// <summary>What <c>csharp-facts.txt</c> tells; its head describes the lines. Owners are tokens or names of nested types.</summary>
internal sealed class CSharpFacts
{
    private readonly HashSet<(string Owner, string Property)> _doubles = [];
    private readonly HashSet<(string Owner, string Property)> _optional = [];
    private readonly HashSet<(string Owner, string Property)> _deprecated = [];
    private readonly HashSet<(string Owner, string Property)> _used = [];
    private readonly HashSet<(string Owner, string Property)> _all = [];

    public Dictionary<string, string> Modules { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, List<(string Name, string Value)>> Enums { get; } = new(StringComparer.Ordinal);

    private Dictionary<(string Owner, string Property), string> Names { get; } = [];

    private Dictionary<(string Owner, string Property), string> Defaults { get; } = [];

    private Dictionary<(string Owner, string Property), (string Enum, bool Open)> EnumUses { get; } = [];

    public static CSharpFacts Load(string path)
    {
        var facts = new CSharpFacts();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !facts.Read(line.Split(' ')))
                throw new FormatException($"{path}:{number}: '{line}' is not a fact; the head of the file lists the forms.");
        }
        return facts;
    }

    public bool IsDouble(string owner, string property) => Has(_doubles, owner, property);

    public bool IsOptionalOutput(string token, string property) => Has(_optional, token, property);

    public bool IsDeprecated(string owner, string property) => Has(_deprecated, owner, property);

    public string? Name(string owner, string property) => Find(Names, owner, property);

    public string? Default(string owner, string property) => Find(Defaults, owner, property);

    public (string Enum, bool Open)? EnumAt(string owner, string property)
    {
        if (!EnumUses.TryGetValue((owner, property), out var use))
            return null;
        _used.Add((owner, property));
        return use;
    }

    /// <summary>Facts about properties that no type in use has: the table would rot silently.</summary>
    public IReadOnlyList<string> Unused() =>
        [.. _all.Except(_used).Select(fact => $"csharp-facts.txt tells about {fact.Owner} {fact.Property}, which no type in use has").Order(StringComparer.Ordinal)];

    private bool Read(string[] words)
    {
        switch (words)
        {
            case ["module", var module, var name]: Modules.Add(module, name); return true;
            case ["double", var owner, .. var properties]: return AddAll(_doubles, owner, properties);
            case ["optional", var owner, .. var properties]: return AddAll(_optional, owner, properties);
            case ["deprecated", var owner, .. var properties]: return AddAll(_deprecated, owner, properties);
            case ["name", var owner, var property, var name]: Names.Add(Note(owner, property), name); return true;
            case ["default", var owner, var property, var value]: Defaults.Add(Note(owner, property), value); return true;
            case ["enum-at", var owner, var property, var type, "open" or "closed"]:
                EnumUses.Add(Note(owner, property), (type, words[4] == "open"));
                return true;
            case ["enum", var type, var name, var value]:
                if (!Enums.TryGetValue(type, out var members))
                    Enums.Add(type, members = []);
                members.Add((name, value));
                return true;
            default:
                return false;
        }
    }

    private bool AddAll(HashSet<(string Owner, string Property)> facts, string owner, string[] properties)
    {
        foreach (var property in properties)
            facts.Add(Note(owner, property));
        return properties.Length > 0;
    }

    private (string Owner, string Property) Note(string owner, string property)
    {
        _all.Add((owner, property));
        return (owner, property);
    }

    private bool Has(HashSet<(string Owner, string Property)> facts, string owner, string property)
    {
        if (!facts.Contains((owner, property)))
            return false;
        _used.Add((owner, property));
        return true;
    }

    private string? Find(Dictionary<(string Owner, string Property), string> facts, string owner, string property)
    {
        if (!facts.TryGetValue((owner, property), out var value))
            return null;
        _used.Add((owner, property));
        return value;
    }
}
