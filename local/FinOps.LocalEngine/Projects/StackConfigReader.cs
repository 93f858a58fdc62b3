using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Secrets;
using YamlDotNet.RepresentationModel;

namespace FinOps.LocalEngine.Projects;

/// <summary>
/// Layers the project's defaults, Pulumi.STACK.yaml and the caller's values:
/// <code>
/// encryptionsalt: v1:...
/// config:
///   aws:region: eu-west-1
///   finops:password: { secure: v1:NONCE:TEXT }
///   finops:teams: [ a, b ]
/// </code>
/// </summary>
internal static class StackConfigReader
{
    /// <exception cref="EngineException">FIN3003, FIN3004, FIN3005; every mistake of a layer at once.</exception>
    public static StackConfig Read(PulumiProject project, string stack, IReadOnlyDictionary<string, string> overrides, Func<string> passphrase)
    {
        var values = project.Config.Where(item => item.Default is not null).ToImmutableSortedDictionary(item => item.Key, item => item.Default!, StringComparer.Ordinal);
        var secrets = project.Config.Where(item => item.Secret).Select(item => item.Key).ToImmutableSortedSet(StringComparer.Ordinal);
        var file = Path.Combine(project.StackConfigDirectory, $"Pulumi.{stack}.yaml");
        string? salt = null;
        if (File.Exists(file))
        {
            var yaml = YamlDocument.Load(file, ErrorIds.StackConfigInvalid);
            salt = yaml.Text(yaml.Root, "encryptionsalt", "encryptionsalt");
            var vault = new StackSecrets(file, salt, passphrase);
            foreach (var (key, value, secret) in Entries(yaml, project.Name, salt, vault))
            {
                values = values.SetItem(key, value);
                secrets = secret ? secrets.Add(key) : secrets;
            }

            yaml.ThrowIfAny();
        }

        foreach (var (key, value) in overrides)
        {
            values = values.SetItem(ConfigKey.Normalize(key, project.Name), value);
        }

        Verify(project, file, values);
        return new StackConfig(values, secrets.Intersect(values.Keys), salt);
    }

    /// <summary>A YAML value as programs get it: a scalar's text, JSON text for anything structured, null for nothing.</summary>
    public static string? TextOf(YamlNode node) => node switch
    {
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "~" or "null" } => null,
        YamlScalarNode scalar => scalar.Value,
        _ => YamlDocument.ToJson(node)?.ToJsonString(),
    };

    public static bool Fits(string text, string type) => type switch
    {
        "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "boolean" => text is "true" or "false",
        "array" => Kind(text) == JsonValueKind.Array,
        "object" => Kind(text) == JsonValueKind.Object,
        _ => true,
    };

    private static IEnumerable<(string Key, string Value, bool Secret)> Entries(YamlDocument yaml, string project, string? salt, StackSecrets vault)
    {
        var node = YamlDocument.Find(yaml.Root, "config");
        if (node is null or YamlScalarNode { Value: null or "" })
        {
            yield break;
        }

        if (node is not YamlMappingNode map)
        {
            yaml.Report("config", "a list or a single value", "a map of keys and values", "Write 'config:' and below it 'namespace:key: value'.");
            yield break;
        }

        foreach (var (keyNode, value) in map.Children)
        {
            var path = $"config.{keyNode}";
            var secret = HasSecure(value);
            if (secret && salt is null)
            {
                yaml.Report(path, "an encrypted value in a file without 'encryptionsalt'", "a file with both", "Encrypt the value again, or take the file from version control.");
                continue;
            }

            var text = !secret ? TextOf(value) : value is YamlMappingNode single && Secure(single) is { } ciphertext ? vault.Decrypt(ciphertext) : Reveal(value, vault)?.ToJsonString();
            if (text is null)
            {
                yaml.Report(path, "nothing", "a value", "Give it a value or remove the key.");
                continue;
            }

            yield return (ConfigKey.Normalize(keyNode.ToString(), project), text, secret);
        }
    }

    private static void Verify(PulumiProject project, string file, ImmutableSortedDictionary<string, string> values)
    {
        var problems = new List<EngineProblem>();
        foreach (var declared in project.Config)
        {
            if (!values.TryGetValue(declared.Key, out var value))
            {
                problems.Add(new EngineProblem(
                    ErrorIds.ConfigValueInvalid, file, $"config.{declared.Key}", "nothing", declared.Type ?? "a value",
                    $"Pulumi.yaml declares it without a default: add '{declared.Key}: ...' under config."));
            }
            else if (declared.Type is { } type && !Fits(value, type))
            {
                problems.Add(new EngineProblem(
                    ErrorIds.ConfigValueInvalid, file, $"config.{declared.Key}", declared.Secret ? "a secret of another type" : $"'{value}'", $"a value of type {type}", "Change the value."));
            }
        }

        if (problems.Count > 0)
        {
            throw new EngineException(problems);
        }
    }

    private static string? Secure(YamlMappingNode map) =>
        map.Children.Count == 1 ? (YamlDocument.Find(map, "secure") as YamlScalarNode)?.Value : null;

    private static bool HasSecure(YamlNode node) => node switch
    {
        YamlMappingNode map => Secure(map) is not null || map.Children.Values.Any(HasSecure),
        YamlSequenceNode list => list.Children.Any(HasSecure),
        _ => false,
    };

    private static JsonNode? Reveal(YamlNode node, StackSecrets vault) => node switch
    {
        YamlMappingNode map when Secure(map) is { } ciphertext => JsonValue.Create(vault.Decrypt(ciphertext)),
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(child.Key.ToString(), Reveal(child.Value, vault)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(child => Reveal(child, vault))]),
        _ => YamlDocument.ToJson(node),
    };

    private static JsonValueKind? Kind(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
