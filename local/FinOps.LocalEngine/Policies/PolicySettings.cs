using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Policies;

/// <summary>One layer's settings of one policy.</summary>
/// <param name="Level">Null when the layer leaves it alone.</param>
internal sealed record PolicySetting(PolicyLevel? Level, JsonObject Properties);

/// <summary>
/// A config file by policy name; the name <c>all</c> sets the level of every policy first.
/// <code>{"all":"mandatory","policy-a":"disabled","policy-b":{"enforcementLevel":"advisory","maxDays":30}}</code>
/// </summary>
internal static class PolicySettings
{
    public const string All = "all";
    public const string LevelProperty = "enforcementLevel";

    /// <exception cref="EngineException">FIN3042, every mistake at once.</exception>
    public static ImmutableDictionary<string, PolicySetting> ReadFile(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : throw Invalid(file, "", "no such file", "a JSON file", "Correct the path.");
        if (string.IsNullOrWhiteSpace(text))
        {
            return ImmutableDictionary<string, PolicySetting>.Empty;
        }

        JsonObject root;
        try
        {
            root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject
                ?? throw Invalid(file, "", "something other than an object", "a JSON object with policy names as keys", "Write {\"policy-name\":\"mandatory\"}.");
        }
        catch (JsonException e)
        {
            throw Invalid(file, $"line {e.LineNumber + 1}", "text that is not JSON", "a JSON object", "Correct the place named.", e);
        }

        var problems = new List<EngineProblem>();
        var settings = ImmutableDictionary.CreateBuilder<string, PolicySetting>();
        foreach (var (name, value) in root)
        {
            if (name == "environments")
            {
                problems.Add(new EngineProblem(ErrorIds.PolicyConfigInvalid, file, name, "environments of Pulumi Cloud", "policy names", "The embedded engine has no environments: write the values into this file."));
                continue;
            }

            settings[name] = Read(file, name, value, problems);
        }

        return problems.Count == 0 ? settings.ToImmutable() : throw new EngineException(problems);
    }

    private static PolicySetting Read(string file, string name, JsonNode? value, List<EngineProblem> problems)
    {
        switch (value)
        {
            case JsonValue text when text.TryGetValue<string>(out var level):
                return new PolicySetting(Level(file, name, level, problems), []);
            case JsonObject map:
                var level2 = map[LevelProperty] is { } node ? Level(file, $"{name}.{LevelProperty}", node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(), problems) : null;
                return new PolicySetting(level2, new JsonObject(map.Where(item => item.Key != LevelProperty).Select(item => KeyValuePair.Create(item.Key, item.Value?.DeepClone()))));
            default:
                problems.Add(new EngineProblem(ErrorIds.PolicyConfigInvalid, file, name, value?.ToJsonString() ?? "null", "a level or an object", "Write \"mandatory\" or {\"enforcementLevel\":\"mandatory\"}."));
                return new PolicySetting(null, []);
        }
    }

    private static PolicyLevel? Level(string file, string path, string text, List<EngineProblem> problems)
    {
        var level = PolicyLevels.Parse(text);
        if (level is null)
        {
            problems.Add(new EngineProblem(ErrorIds.PolicyConfigInvalid, file, path, $"'{text}'", PolicyLevels.Allowed, "Take one of these."));
        }

        return level;
    }

    private static EngineException Invalid(string file, string path, string found, string allowed, string fix, Exception? inner = null) =>
        new(ErrorIds.PolicyConfigInvalid, file, path, found, allowed, fix, inner);
}
