using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings;

/// <summary>The config of one stack as the engine hands it to programs: <c>project:key</c> to text, structured values as JSON.</summary>
/// <param name="values">Keys of other namespaces (<c>aws:</c>) belong to providers and are left alone.</param>
/// <param name="secretKeys">Keys with an encrypted value in them; problems never repeat those.</param>
/// <param name="project">The namespace that is ours.</param>
/// <param name="file">The file to name in problems, <c>Pulumi.dev.yaml</c>.</param>
public sealed class StackConfig(IReadOnlyDictionary<string, string> values, IReadOnlySet<string> secretKeys, string project, string file)
{
    private static readonly IReadOnlyList<string> _common = [.. SettingsProperty.Of(typeof(CommonSettings)).Select(property => property.Key)];

    /// <summary>Takes problems with paths from the top: <c>finops:</c>.</summary>
    public SettingsProblems Problems(IList<Problem> list) => new(file, $"{project}:", list);

    public CommonSettings Common(SettingsProblems problems)
    {
        var json = new JsonObject();
        foreach (var key in _common.Where(IsSet))
        {
            json[key] = Parse(key) is { } map ? JsonObject.Create(map) : JsonValue.Create(values[Full(key)]);
        }

        return new SettingsReader(AdoptionMode.Observe).Read<CommonSettings>(JsonSerializer.SerializeToElement(json), problems);
    }

    /// <returns>Null when the section is absent and has keys that must be set, or is not a map (which is told).</returns>
    public object? Section(string section, Type type, AdoptionMode mode, SettingsProblems problems)
    {
        var at = secretKeys.Contains(Full(section)) ? problems.Hidden().At(section) : problems.At(section);
        if (!IsSet(section))
        {
            return SettingsProperty.Of(type).Any(property => property.IsRequired) ? null : new SettingsReader(mode).Record(type, null, at);
        }

        if (Parse(section) is { } json)
        {
            return new SettingsReader(mode).Record(type, json, at);
        }

        at.Add(values[Full(section)], "a map", "Write one key a line below it.");
        return null;
    }

    /// <summary>A misspelt section must not pass unseen.</summary>
    public void RefuseUnknown(IEnumerable<string> sections, SettingsProblems problems)
    {
        var known = sections.Concat(_common).Order(StringComparer.Ordinal).ToList();
        var set = values.Keys.Where(key => key.StartsWith(Full(""), StringComparison.Ordinal)).Select(key => key[Full("").Length..]);
        foreach (var key in set.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            problems.At(key).Add("an unknown key", string.Join(", ", known.Select(Full)), Spelling.Nearest(key, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.");
        }
    }

    private bool IsSet(string key) => values.ContainsKey(Full(key));

    private string Full(string key) => $"{project}:{key}";

    /// <returns>Null for plain text and everything else that is not a map.</returns>
    private JsonElement? Parse(string key)
    {
        try
        {
            return JsonDocument.Parse(values[Full(key)]).RootElement is { ValueKind: JsonValueKind.Object } map ? map : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
