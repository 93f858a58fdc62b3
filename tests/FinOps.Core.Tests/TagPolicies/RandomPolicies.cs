using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FinOps.Core.Tests.TagPolicies;

/// <summary>Random tag policies over few keys and values, so that they meet each other often.</summary>
internal static class RandomPolicies
{
    private static readonly string[] Keys = ["team", "Team", "cost", "COST"];
    private static readonly string[] Values = ["a", "b", "c", "d"];
    private static readonly string[] Types = ["ec2:instance", "s3:bucket", "s3:ALL_SUPPORTED"];

    private static readonly Gen<JsonArray> Controls = Gen.Frequency(
        (6, Gen.Constant<string[]>(["@@all"])),
        (1, Gen.Constant<string[]>(["@@none"])),
        (3, Gen.SubListOf("@@assign", "@@append", "@@remove").Select(list => list.Count == 0 ? ["@@all"] : list.ToArray())))
        .Select(words => new JsonArray([.. words.Select(word => (JsonNode)word)]));

    /// <summary>One document.</summary>
    /// <param name="operators">The operators that it may use.</param>
    public static Gen<string> Document(params string[] operators) =>
        from first in Key(operators)
        from second in Key(operators)
        from controls in Controls
        select new JsonObject { ["tags"] = Merge(first, second, controls) }.ToJsonString();

    /// <summary>Four levels, root first, of up to three documents each.</summary>
    public static Gen<string[][]> Levels { get; } = Document("@@assign", "@@append", "@@remove").ArrayOf().Select(list => list.Take(3).ToArray()).ArrayOf(4);

    public static Arbitrary<T> Arbitrary<T>(this Gen<T> generator) => generator.ToArbitrary();

    private static Gen<(string Name, JsonObject Key)> Key(string[] operators) =>
        from name in Gen.Elements(Keys)
        from casing in Gen.Elements(false, true)
        from values in Setting(operators, Values)
        from enforced in Setting(operators, Types)
        from controls in Controls
        select (name, Build(name, operators.Contains("@@assign") && casing, values, enforced, controls));

    private static JsonObject Build(string name, bool casing, JsonObject values, JsonObject enforced, JsonArray controls)
    {
        var key = new JsonObject { ["tag_value"] = values.DeepClone(), ["enforced_for"] = enforced.DeepClone(), ["@@operators_allowed_for_child_policies"] = controls.DeepClone() };
        if (casing)
        {
            key["tag_key"] = new JsonObject { ["@@assign"] = name };
        }

        return key;
    }

    private static Gen<JsonObject> Setting(string[] operators, string[] values) =>
        from used in Gen.SubListOf(operators)
        from lists in Gen.SubListOf(values).Select(list => list.ToArray()).ArrayOf(3)
        from controls in Controls
        select new JsonObject(
        [
            .. used.Select((word, index) => KeyValuePair.Create(word, (JsonNode?)new JsonArray([.. lists[index].Select(value => (JsonNode)value)]))),
            KeyValuePair.Create("@@operators_allowed_for_child_policies", (JsonNode?)controls.DeepClone()),
        ]);

    private static JsonObject Merge((string Name, JsonObject Key) first, (string Name, JsonObject Key) second, JsonArray controls)
    {
        var tags = new JsonObject { ["@@operators_allowed_for_child_policies"] = controls.DeepClone(), [first.Name] = first.Key.DeepClone() };
        if (!first.Name.Equals(second.Name, StringComparison.OrdinalIgnoreCase))
        {
            tags[second.Name] = second.Key.DeepClone();
        }

        return tags;
    }

    /// <summary>What stands at <c>$.a.b[2]</c>.</summary>
    public static string At(string document, string path)
    {
        using var json = JsonDocument.Parse(document);
        var at = json.RootElement;
        foreach (var part in path.Split('.').Skip(1))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            at = at.GetProperty(bracket < 0 ? part : part[..bracket]);
            at = bracket < 0 ? at : at[int.Parse(part[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)];
        }

        return at.GetString()!;
    }
}
