using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.State;

/// <summary>One resource to and from the JSON of deployment format version 3; secrets go through <paramref name="values"/>.</summary>
internal sealed class ResourceJson(PropertyJson values)
{
    public JsonObject Write(ResourceState state)
    {
        var json = new JsonObject { ["urn"] = state.Urn, ["custom"] = state.Custom };
        AddIf(json, "delete", state.Delete);
        AddText(json, "id", state.Id);
        json["type"] = state.Type;
        AddMap(json, "inputs", state.Inputs);
        AddMap(json, "outputs", state.Outputs);
        AddText(json, "parent", state.Parent);
        AddIf(json, "protect", state.Protect);
        AddIf(json, "external", state.External);
        AddList(json, "dependencies", state.Dependencies);
        AddText(json, "provider", state.Provider);
        if (state.PropertyDependencies.Count > 0)
        {
            json["propertyDependencies"] = new JsonObject(state.PropertyDependencies.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)List(item.Value))));
        }

        AddList(json, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        if (state.CustomTimeouts is { } timeouts)
        {
            json["customTimeouts"] = Timeouts(timeouts);
        }

        AddIf(json, "retainOnDelete", state.RetainOnDelete);
        AddText(json, "deletedWith", state.DeletedWith);
        AddTime(json, "created", state.Created);
        AddTime(json, "modified", state.Modified);
        AddText(json, "sourcePosition", state.SourcePosition);
        AddList(json, "ignoreChanges", state.IgnoreChanges);
        AddList(json, "replaceOnChanges", state.ReplaceOnChanges);
        if (state.ReplacementTrigger is { } trigger)
        {
            json["replacementTrigger"] = values.Write(trigger);
        }

        return json;
    }

    /// <exception cref="FormatException">What must be there is not, or parts contradict each other.</exception>
    public ResourceState Read(JsonObject json)
    {
        var urn = Text(json, "urn");
        var state = new ResourceState
        {
            Urn = Urn.IsValid(urn) ? urn : throw new FormatException($"'{urn}' is not a URN"),
            Type = Text(json, "type") is { Length: > 0 } type ? type : throw new FormatException($"{urn} has no type"),
            Custom = Flag(json, "custom"),
            Delete = Flag(json, "delete"),
            Id = Text(json, "id"),
            Inputs = values.Read(json["inputs"] as JsonObject),
            Outputs = values.Read(json["outputs"] as JsonObject),
            Parent = Text(json, "parent"),
            Protect = Flag(json, "protect"),
            External = Flag(json, "external"),
            Dependencies = Strings(json["dependencies"]),
            Provider = Text(json, "provider"),
            PropertyDependencies = (json["propertyDependencies"] as JsonObject ?? []).ToImmutableSortedDictionary(item => item.Key, item => Strings(item.Value), StringComparer.Ordinal),
            AdditionalSecretOutputs = Strings(json["additionalSecretOutputs"]),
            CustomTimeouts = json["customTimeouts"] is JsonObject t ? new CustomTimeouts(Span(t, "create"), Span(t, "update"), Span(t, "delete"), Span(t, "read")) : null,
            RetainOnDelete = Flag(json, "retainOnDelete"),
            DeletedWith = Text(json, "deletedWith"),
            Created = Time(json, "created"),
            Modified = Time(json, "modified"),
            SourcePosition = Text(json, "sourcePosition"),
            IgnoreChanges = Strings(json["ignoreChanges"]),
            ReplaceOnChanges = Strings(json["replaceOnChanges"]),
            ReplacementTrigger = json.ContainsKey("replacementTrigger") ? values.Read(json["replacementTrigger"]) : null,
        };
        if (!state.Custom && state.Id.Length > 0)
        {
            throw new FormatException($"{urn} is a component (custom: false) and has the id '{state.Id}'");
        }

        if (state.Provider.Length > 0)
        {
            ProviderReference.Parse(state.Provider);
        }

        return state;
    }

    private static JsonObject Timeouts(CustomTimeouts timeouts)
    {
        var json = new JsonObject();
        foreach (var (name, span) in new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete), ("read", timeouts.Read) })
        {
            if (span is { } value)
            {
                json[name] = value.TotalSeconds;
            }
        }

        return json;
    }

    private static JsonArray List(ImmutableArray<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    private static void AddIf(JsonObject json, string name, bool value)
    {
        if (value)
        {
            json[name] = true;
        }
    }

    private static void AddText(JsonObject json, string name, string value)
    {
        if (value.Length > 0)
        {
            json[name] = value;
        }
    }

    private static void AddList(JsonObject json, string name, ImmutableArray<string> items)
    {
        if (items.Length > 0)
        {
            json[name] = List(items);
        }
    }

    private static void AddTime(JsonObject json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json[name] = value.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);
        }
    }

    private static string Text(JsonObject json, string name) => (string?)json[name] ?? "";

    private static bool Flag(JsonObject json, string name) => (bool?)json[name] ?? false;

    private static TimeSpan? Span(JsonObject json, string name) => (double?)json[name] is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static DateTimeOffset? Time(JsonObject json, string name) =>
        (string?)json[name] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static ImmutableArray<string> Strings(JsonNode? list) =>
        list is JsonArray array ? array.Select(item => (string?)item ?? throw new FormatException("a list of URNs or names holds null")).ToImmutableArray() : [];

    private void AddMap(JsonObject json, string name, PropertyMap map)
    {
        if (map.Count > 0)
        {
            json[name] = values.Write(map);
        }
    }
}
