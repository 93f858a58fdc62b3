using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>Reads policy documents: one string stands for a list of one, and one statement for a list of one.</summary>
internal static class ScpReader
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <param name="ofAccess">Reads what IAM and resources have besides: principals, and trust policies, which have no resource.</param>
    public static ScpDocument Read(string name, string json, bool ofAccess = false)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Statement", out var statements))
            {
                return new ScpDocument(name, [.. Each(statements).Select((statement, at) => Statement(statement, $"#{(at + 1).ToString(CultureInfo.InvariantCulture)}", ofAccess))]);
            }
        }
        catch (JsonException)
        {
            // Text that is no JSON is the same mistake as JSON that is no policy.
        }

        throw new ProblemException([new Problem("FIN2063", ofAccess ? $"policy {name}" : $"service control policy {name}", "$", "no policy document", "{\"Version\":\"2012-10-17\",\"Statement\":[...]}", "Pass the Content of DescribePolicy as it is.")]);
    }

    private static ScpStatement Statement(JsonElement json, string position, bool ofAccess)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new ScpStatement(position, false, new([], false), new([], false), [], "a statement that is no object");
        }

        var opaque = json.EnumerateObject().Select(member => member.Name).FirstOrDefault(member => !Known.Contains(member) && !(ofAccess && member == "Principal")) is { } stranger ? $"the element {stranger}" : null;
        var effect = Text(json, "Effect");
        if (effect is not ("Allow" or "Deny"))
        {
            opaque ??= "an Effect other than Allow and Deny";
        }

        var isTrust = ofAccess && !json.TryGetProperty("Resource", out _) && !json.TryGetProperty("NotResource", out _);
        return new ScpStatement(
            Text(json, "Sid") is { Length: > 0 } sid ? sid : position,
            effect == "Allow",
            Patterns(json, "Action", ref opaque),
            isTrust ? new ScpPatterns(["*"], Inverted: false) : Patterns(json, "Resource", ref opaque),
            Conditions(json, ref opaque),
            Principals(json, out var principals, opaque))
        {
            Principals = principals,
        };
    }

    private static ScpPatterns Patterns(JsonElement json, string element, ref string? opaque)
    {
        if (json.TryGetProperty(element, out var value))
        {
            return new ScpPatterns(Texts(value, element, ref opaque), Inverted: false);
        }

        if (json.TryGetProperty("Not" + element, out value))
        {
            return new ScpPatterns(Texts(value, "Not" + element, ref opaque), Inverted: true);
        }

        opaque ??= $"a statement without {element}";
        return new ScpPatterns([], Inverted: false);
    }

    /// <returns>What in it is not known here, or what was not known before.</returns>
    private static string? Principals(JsonElement json, out ScpPrincipals? principals, string? opaque)
    {
        principals = null;
        if (!json.TryGetProperty("Principal", out var value))
        {
            return opaque;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            principals = new ScpPrincipals(["*"], []);
            return value.GetString() == "*" ? opaque : opaque ?? "a Principal that is a text other than *";
        }

        var (accounts, services) = (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        foreach (var (kind, names) in Members(value, ref opaque))
        {
            if (kind == "AWS")
            {
                accounts = Texts(names, kind, ref opaque);
            }
            else if (kind == "Service")
            {
                services = Texts(names, kind, ref opaque);
            }
            else
            {
                opaque ??= $"a Principal of the kind {kind}";
            }
        }

        principals = new ScpPrincipals(accounts, services);
        return opaque;
    }

    private static ImmutableArray<ScpCondition> Conditions(JsonElement json, ref string? opaque)
    {
        if (!json.TryGetProperty("Condition", out var condition))
        {
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<ScpCondition>();
        foreach (var (name, keys) in Members(condition, ref opaque))
        {
            foreach (var (key, values) in Members(keys, ref opaque))
            {
                conditions.Add(new ScpCondition(name, key, Texts(values, key, ref opaque)));
            }
        }

        return conditions.ToImmutable();
    }

    private static List<(string Name, JsonElement Value)> Members(JsonElement json, ref string? opaque)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return json.EnumerateObject().Select(member => (member.Name, member.Value)).ToList();
        }

        opaque ??= "a Condition that is no object";
        return [];
    }

    private static ImmutableArray<string> Texts(JsonElement json, string element, ref string? opaque)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var value in Each(json))
        {
            if (value.ValueKind is JsonValueKind.String)
            {
                texts.Add(value.GetString()!);
            }
            else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
            {
                texts.Add(value.GetRawText());
            }
            else
            {
                opaque ??= $"{element} with a {value.ValueKind} in it";
            }
        }

        return texts.ToImmutable();
    }

    private static List<JsonElement> Each(JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
