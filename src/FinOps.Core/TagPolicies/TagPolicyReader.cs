using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.TagPolicies;

/// <summary>Reads one tag policy document and collects every mistake in it.</summary>
internal sealed class TagPolicyReader(string source, List<Problem> problems)
{
    public const string Syntax = "FIN2040";
    public const string Shape = "FIN2041";
    public const string Value = "FIN2042";
    public const string Size = "FIN2043";

    private static readonly string[] KeyMembers = [.. PolicyWords.Settings, PolicyWords.Controls];
    private static readonly string[] ListMembers = [PolicyWords.Assign, PolicyWords.Append, PolicyWords.Remove, PolicyWords.Controls];
    private static readonly string[] SingleMembers = [PolicyWords.Assign, PolicyWords.Controls];

    public static PolicyNode? Read(string content, string source, List<Problem> problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(content);
        if (bytes > TagPolicyDocument.MaxBytes)
        {
            problems.Add(new Problem(Size, source, "$", $"{bytes} bytes", $"at most {TagPolicyDocument.MaxBytes} bytes, white space counted",
                "Remove white space, write service:ALL_SUPPORTED, or split it: one policy a key."));
        }

        try
        {
            using var document = JsonDocument.Parse(content);
            return new TagPolicyReader(source, problems).Root(document.RootElement);
        }
        catch (JsonException wrong)
        {
            problems.Add(new Problem(Syntax, source, "$", JsonText.Where(wrong), "a JSON object", "Mend the JSON; comments and trailing commas are not allowed."));
            return null;
        }
    }

    private PolicyNode? Root(JsonElement root)
    {
        if (!IsObject(root, "$", "{\"tags\":{...}}"))
        {
            return null;
        }

        RefuseRepeated(root, "$");
        foreach (var stranger in root.EnumerateObject().Where(member => member.Name != PolicyWords.Tags))
        {
            Add(Shape, $"$.{stranger.Name}", "an unknown key", PolicyWords.Tags, "A tag policy has one key at the top, tags.");
        }

        if (!root.TryGetProperty(PolicyWords.Tags, out var tags))
        {
            Add(Shape, "$", "no tags", PolicyWords.Tags, "For example {\"tags\":{\"costcenter\":{\"tag_key\":{\"@@assign\":\"CostCenter\"}}}}");
            return null;
        }

        return IsObject(tags, "$.tags", "an object of policy keys") ? Tags(tags) : null;
    }

    private PolicyNode Tags(JsonElement tags)
    {
        var keys = ImmutableArray.CreateBuilder<PolicyNode>();
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in tags.EnumerateObject())
        {
            if (IsWord(member.Name))
            {
                RefuseUnknown(member.Name, $"$.tags.{member.Name}", [PolicyWords.Controls]);
                continue;
            }

            var path = $"$.tags.{member.Name}";
            if (!seen.TryAdd(member.Name, member.Name))
            {
                Add(Shape, path, $"the policy key {seen[member.Name]} a second time", "policy keys that differ by more than casing", "Merge the two; Organizations compares policy keys without casing.");
            }

            if (member.Name.Length is 0 or > TagLimits.KeyLength || TagLimits.FirstForbidden(member.Name) is not null)
            {
                Add(Value, path, JsonText.Quote(member.Name), $"1 to {TagLimits.KeyLength} characters: {TagLimits.AllowedCharacters}", "Name the tag key, in any casing.");
            }

            if (IsObject(member.Value, path, "an object of settings"))
            {
                keys.Add(Key(member.Name, member.Value, path));
            }
        }

        return new PolicyNode(PolicyWords.Tags, "$.tags", Controls(tags, "$.tags"), null, null, null, keys.ToImmutable());
    }

    private PolicyNode Key(string name, JsonElement key, string path)
    {
        var settings = ImmutableArray.CreateBuilder<PolicyNode>();
        RefuseRepeated(key, path);
        foreach (var member in key.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (!RefuseUnknown(member.Name, at, KeyMembers) || member.Name == PolicyWords.Controls)
            {
                continue;
            }

            if (IsObject(member.Value, at, "an object of operators, for example {\"@@assign\":...}"))
            {
                settings.Add(Setting(name, member.Name, member.Value, at));
            }
        }

        return new PolicyNode(name.ToLowerInvariant(), path, Controls(key, path), null, null, null, settings.ToImmutable());
    }

    private PolicyNode Setting(string key, string name, JsonElement setting, string path)
    {
        var single = name == PolicyWords.TagKey;
        RefuseRepeated(setting, path);
        PolicyValues? assign = null, append = null, remove = null;
        foreach (var member in setting.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (!RefuseUnknown(member.Name, at, single ? SingleMembers : ListMembers))
            {
                continue;
            }

            switch (member.Name)
            {
                case PolicyWords.Assign:
                    assign = Values(PolicyOperators.Assign, key, name, member.Value, at);
                    break;
                case PolicyWords.Append:
                    append = Values(PolicyOperators.Append, key, name, member.Value, at);
                    break;
                case PolicyWords.Remove:
                    remove = Values(PolicyOperators.Remove, key, name, member.Value, at);
                    break;
                default:
                    break;
            }
        }

        return new PolicyNode(name, path, Controls(setting, path), assign, append, remove, []);
    }

    private PolicyValues Values(PolicyOperators how, string key, string setting, JsonElement value, string path)
    {
        if (setting == PolicyWords.TagKey)
        {
            var name = Scalar(value);
            if (name is null || !name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                Add(Value, path, JsonText.Describe(value), $"'{key}' in any casing", "tag_key says how the policy key is cased and nothing else.");
            }

            return new PolicyValues(how, path, IsList: false, [name ?? key]);
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(Shape, path, JsonText.Describe(value), "a list", $"Write [{value.GetRawText()}]; a single value is a list of one.");
            return new PolicyValues(how, path, IsList: true, []);
        }

        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (Scalar(item) is not { } text)
            {
                Add(Shape, $"{path}[{index}]", JsonText.Describe(item), "text", "Lists hold texts; numbers and booleans are taken as text.");
                continue;
            }

            if (setting == PolicyWords.TagValue)
            {
                CheckValue(text, $"{path}[{index}]");
            }
            else if (!PolicyTypeName.TryParse(text, out _))
            {
                Add(Value, $"{path}[{index}]", JsonText.Quote(text), "service:type as Organizations names it, or service:ALL_SUPPORTED", "For example \"ec2:instance\".");
            }

            values.Add(text);
        }

        return new PolicyValues(how, path, IsList: true, values.ToImmutable());
    }

    private void CheckValue(string text, string path)
    {
        if (text.Count(c => c == '*') > 1)
        {
            Add(Value, path, JsonText.Quote(text), "at most one * in a value", "For example \"300*\" or \"*@example.com\".");
        }

        if (text.Length > TagLimits.ValueLength || TagLimits.FirstForbidden(text.Replace("*", "", StringComparison.Ordinal)) is not null)
        {
            Add(Value, path, JsonText.Quote(text), $"at most {TagLimits.ValueLength} characters: {TagLimits.AllowedCharacters}, and one *", "Write a value that a tag can have.");
        }
    }

    private PolicyOperators Controls(JsonElement node, string path)
    {
        if (!node.TryGetProperty(PolicyWords.Controls, out var controls))
        {
            return PolicyOperators.All;
        }

        var at = $"{path}.{PolicyWords.Controls}";
        if (controls.ValueKind != JsonValueKind.Array || controls.GetArrayLength() == 0)
        {
            Add(Shape, at, JsonText.Describe(controls), "a list of operators", "For example [\"@@none\"] or [\"@@append\",\"@@remove\"].");
            return PolicyOperators.All;
        }

        var allowed = PolicyOperators.None;
        foreach (var (index, item) in controls.EnumerateArray().Index())
        {
            if (Scalar(item) is { } word && PolicyWords.Operator(word) is { } one)
            {
                allowed |= one;
                if (one is PolicyOperators.None or PolicyOperators.All && controls.GetArrayLength() > 1)
                {
                    Add(Value, $"{at}[{index}]", word, $"{word} alone", "@@all and @@none say everything; list single operators otherwise.");
                }
            }
            else
            {
                Add(Value, $"{at}[{index}]", JsonText.Describe(item), "@@assign, @@append, @@remove, @@all, @@none", "Remove it or write one of these.");
            }
        }

        return allowed;
    }

    /// <summary>Text as it is; numbers and booleans as Organizations turns them into text.</summary>
    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool IsWord(string name) => name.StartsWith("@@", StringComparison.Ordinal);

    private bool IsObject(JsonElement value, string path, string allowed)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Add(Shape, path, JsonText.Describe(value), allowed, "Write an object here.");
        return false;
    }

    private bool RefuseUnknown(string name, string path, string[] known)
    {
        if (known.Contains(name))
        {
            return true;
        }

        Add(Shape, path, IsWord(name) ? "an operator that has no meaning here" : "an unknown key", string.Join(", ", known),
            Spelling.Nearest(name, known) is { } near ? $"Did you mean {near}?" : "Remove it.");
        return false;
    }

    private void RefuseRepeated(JsonElement node, string path)
    {
        foreach (var name in node.EnumerateObject().GroupBy(member => member.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Add(Shape, $"{path}.{name}", "the same key twice", "each key once", "Merge the two.");
        }
    }

    private void Add(string id, string path, string found, string allowed, string fix) => problems.Add(new Problem(id, source, path, found, allowed, fix));
}
