using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Conformance;

/// <summary>Schema defaults and policy levels, below the pack's initial configuration, below the user's file; then the schema check.</summary>
internal static class PolicyConfigLayers
{
    public static (ConfigureAnalyzerRequest Config, List<string> Problems) Resolve(AnalyzerInfo info, string? file)
    {
        var request = new ConfigureAnalyzerRequest();
        var problems = new List<string>();
        var given = file is null ? [] : JsonNode.Parse(file)!.AsObject();
        foreach (var policy in info.Policies)
        {
            var (level, properties) = (policy.EnforcementLevel, new JsonObject());
            foreach (var (name, schema) in policy.ConfigSchema?.Properties.Fields ?? [])
            {
                if (schema.StructValue.Fields.TryGetValue("default", out var preset))
                {
                    properties[name] = JsonNode.Parse(JsonFormatter.Default.Format(preset));
                }
            }

            if (info.InitialConfig.TryGetValue(policy.Name, out var initial))
            {
                level = initial.EnforcementLevel;
                Merge(properties, JsonNode.Parse(JsonFormatter.Default.Format(initial.Properties))!.AsObject(), ref level);
            }

            Merge(properties, given["all"], ref level);
            Merge(properties, given[policy.Name], ref level);
            problems.AddRange(Check(policy, properties).Order(StringComparer.Ordinal)
                .Select(problem => $"validating policy config: {info.Name} {info.Version}  {policy.Name}: {problem}"));
            request.PolicyConfig.Add(policy.Name, new PolicyConfig { EnforcementLevel = level, Properties = JsonParser.Default.Parse<Struct>(properties.ToJsonString()) });
        }

        return (request, problems);
    }

    private static void Merge(JsonObject properties, JsonNode? layer, ref Level level)
    {
        if (layer is JsonValue text)
        {
            level = System.Enum.Parse<Level>(text.GetValue<string>(), ignoreCase: true);
            return;
        }

        foreach (var (name, value) in layer as JsonObject ?? [])
        {
            if (name == "enforcementLevel")
            {
                level = System.Enum.Parse<Level>(value!.GetValue<string>(), ignoreCase: true);
            }
            else
            {
                properties[name] = value?.DeepClone();
            }
        }
    }

    private static IEnumerable<string> Check(PolicyInfo policy, JsonObject properties)
    {
        foreach (var name in policy.ConfigSchema?.Required.Where(name => !properties.ContainsKey(name)) ?? [])
        {
            yield return $"{name} is required";
        }

        foreach (var (name, schema) in policy.ConfigSchema?.Properties.Fields ?? [])
        {
            if (properties[name] is not { } value || !schema.StructValue.Fields.TryGetValue("type", out var type))
            {
                continue;
            }

            var kind = value.GetValueKind() switch
            {
                JsonValueKind.True or JsonValueKind.False => "boolean",
                JsonValueKind.Array => "array",
                JsonValueKind.String => "string",
                JsonValueKind.Number => "number",
                _ => "object",
            };
            if (kind != type.StringValue)
            {
                yield return $"{name}: Invalid type. Expected: {type.StringValue}, given: {kind}";
            }
            else if (value is JsonArray items && schema.StructValue.Fields.TryGetValue("minItems", out var least) && items.Count < least.NumberValue)
            {
                yield return $"{name}: Array must have at least {least.NumberValue} items";
            }
        }
    }
}
