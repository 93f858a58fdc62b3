using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FinOps.Infra.Tests.Stack;

/// <summary>The config of a <c>Pulumi.STACK.yaml</c> of the repository, as the engine hands it to the program.</summary>
internal static partial class StackFile
{
    public static Dictionary<string, string> Read(string stack)
    {
        var config = (YamlMappingNode)Root(File.ReadAllText(Path.Combine(TestFiles.Root, $"Pulumi.{stack}.yaml"))).Children["config"];
        return config.Children.ToDictionary(
            entry => ((YamlScalarNode)entry.Key).Value!,
            entry => entry.Value is YamlScalarNode scalar ? scalar.Value! : Json(entry.Value)!.ToJsonString());
    }

    /// <summary>A map in YAML as the engine hands it to the program.</summary>
    public static string Json(string yaml) => Json(Root(yaml))!.ToJsonString();

    private static YamlMappingNode Root(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain when Number().IsMatch(plain.Value!) => decimal.Parse(plain.Value!, CultureInfo.InvariantCulture),
        YamlScalarNode text => text.Value,
        _ => throw new NotSupportedException($"{node.NodeType} in a stack's config"),
    };

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();
}
