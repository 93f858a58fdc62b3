using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FinOps.LocalEngine.Projects;

/// <summary>A YAML file whose top level is a map, with every mistake collected under one id.</summary>
internal sealed class YamlDocument
{
    private readonly string _id;
    private readonly List<EngineProblem> _problems = [];

    private YamlDocument(string file, string id, YamlMappingNode root)
    {
        File = file;
        _id = id;
        Root = root;
    }

    public string File { get; }

    public YamlMappingNode Root { get; }

    /// <exception cref="EngineException">The file is not YAML, or its top level is not a map.</exception>
    public static YamlDocument Load(string file, string id)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(file);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new EngineException(id, file, $"line {e.Start.Line}, column {e.Start.Column}", $"text that is not YAML ({e.Message})", "a YAML map", "Correct the place named.", e);
        }

        var root = stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode;
        return root switch
        {
            YamlMappingNode map => new YamlDocument(file, id, map),
            YamlScalarNode { Value: null or "" } => new YamlDocument(file, id, new YamlMappingNode()),
            _ => throw new EngineException(id, file, "line 1", "a list or a single value", "a YAML map such as 'name: my-project'", "Put the keys at the top level of the file."),
        };
    }

    public void Report(string path, string found, string allowed, string fix) => _problems.Add(new EngineProblem(_id, File, path, found, allowed, fix));

    /// <exception cref="EngineException">Everything reported so far, if anything.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new EngineException(_problems);
        }
    }

    /// <summary>The text at a key of <paramref name="map"/>; reports and answers null when something else stands there.</summary>
    public string? Text(YamlMappingNode map, string key, string path)
    {
        switch (Find(map, key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            default:
                Report(path, "a map or a list", "text", $"Write '{key}: value'.");
                return null;
        }
    }

    public static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    /// <summary>Reads <c>runtime: NAME</c> or <c>runtime: {name, options}</c>; reports when it is neither.</summary>
    public RuntimeSpec Runtime()
    {
        var options = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        switch (Find(Root, "runtime"))
        {
            case YamlScalarNode { Value: { Length: > 0 } name }:
                return new RuntimeSpec(name, options);
            case YamlMappingNode map when Text(map, "name", "runtime.name") is { Length: > 0 } name:
                foreach (var (key, value) in (Find(map, "options") as YamlMappingNode ?? new YamlMappingNode()).Children)
                {
                    if (key is YamlScalarNode { Value: { } optionName } && value is YamlScalarNode { Value: { } text })
                    {
                        options = options.SetItem(optionName, text);
                    }
                    else
                    {
                        Report($"runtime.options.{key}", "a map or a list", "text", "Write one value.");
                    }
                }

                return new RuntimeSpec(name, options);
            default:
                Report("runtime", "nothing usable", "'dotnet', 'nodejs', or a map with a name", "Write 'runtime: dotnet'.");
                return new RuntimeSpec("", options);
        }
    }

    /// <summary>A node as JSON; plain scalars get the type that YAML gives them, quoted ones stay text.</summary>
    public static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(child.Key.ToString(), ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } => text switch
        {
            null or "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        },
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
