using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;
using SchemaTool;

namespace FinOps.LocalEngine.Providers.Aws.Checking;

/// <summary>
/// Holds inputs against the schema: names that do not exist, values of the wrong type, required ones that are missing, at any depth,
/// all of them at once. What is not known yet passes; so does a resource where its id or name is wanted.
/// </summary>
internal sealed class InputChecker(AwsSchema schema)
{
    public IReadOnlyList<CheckFailure> Check(Members members, PropertyMap inputs)
    {
        var failures = new List<CheckFailure>();
        CheckMembers("", members, inputs, failures);
        return failures;
    }

    private void CheckMembers(string path, Members members, PropertyMap values, List<CheckFailure> failures)
    {
        foreach (var (name, value) in values)
        {
            // Names with two underscores are the SDKs' own notes, for example __defaults.
            if (name.StartsWith("__", StringComparison.Ordinal))
                continue;
            var type = members.Find(name);
            if (type is null)
                failures.Add(new CheckFailure(Join(path, name), Unknown(name, members)));
            else
                CheckValue(Join(path, name), type, value, failures);
        }
        foreach (var (name, type) in members)
        {
            if (!type.Optional && values.Find(name)?.Plain() is null or NullValue)
                failures.Add(new CheckFailure(Join(path, name), $"is required and missing; {Wanted(type)} is expected"));
        }
    }

    private void CheckValue(string path, TypeExpression type, PropertyValue value, List<CheckFailure> failures)
    {
        switch (value)
        {
            case SecretValue secret:
                CheckValue(path, type, secret.Value, failures);
                return;
            case OutputValue { Value: { } known }:
                CheckValue(path, type, known, failures);
                return;
            case OutputValue or UnknownValue or NullValue:
                return;
        }
        switch (type.Head)
        {
            case "union":
                CheckUnion(path, type, value, failures);
                return;
            case "list" when value is ListValue list:
                for (var i = 0; i < list.Items.Length; i++)
                    CheckValue($"{path}[{i}]", type.Arguments[0], list.Items[i], failures);
                return;
            case "map" when value is ObjectValue map:
                foreach (var (key, item) in map.Map)
                    CheckValue($"{path}[\"{key}\"]", type.Arguments[0], item, failures);
                return;
            case "ref" when value is ObjectValue nested:
                CheckMembers(path, schema.InputType(type.Name!), nested.Map, failures);
                return;
            case "any":
                return;
        }
        if (!IsLeaf(type, value))
            failures.Add(new CheckFailure(path, $"has the wrong type: {Wanted(type)} is expected, found {Found(value)}"));
    }

    /// <summary>One alternative without mistakes is enough; otherwise the mistakes of the one that came furthest are told.</summary>
    private void CheckUnion(string path, TypeExpression type, PropertyValue value, List<CheckFailure> failures)
    {
        List<CheckFailure>? nested = null;
        foreach (var alternative in type.Arguments)
        {
            var found = new List<CheckFailure>();
            CheckValue(path, alternative, value, found);
            if (found.Count == 0)
                return;
            if (found.TrueForAll(failure => failure.Property != path))
                nested = found;
        }
        if (nested is not null)
            failures.AddRange(nested);
        else
            failures.Add(new CheckFailure(path, $"has the wrong type: {Wanted(type)} is expected, found {Found(value)}"));
    }

    private static bool IsLeaf(TypeExpression type, PropertyValue value) => (type.Head, value) switch
    {
        ("string" or "type", StringValue or ResourceReferenceValue) => true,
        ("boolean", BoolValue) => true,
        ("number", NumberValue) => true,
        ("asset", AssetValue) => true,
        ("archive", ArchiveValue) => true,
        _ => false,
    };

    private static string Wanted(TypeExpression type) => type.Head switch
    {
        "boolean" => "true or false",
        "list" => $"a list ({type with { Optional = false }})",
        "map" => $"a map ({type with { Optional = false }})",
        "ref" => $"an object ({type.Name})",
        "type" => $"a {type.Name}",
        "asset" or "archive" => "an " + type.Head,
        "union" => string.Join(" or ", type.Arguments.Select(Wanted)),
        _ => "a " + type.Head,
    };

    private static string Found(PropertyValue value) => value switch
    {
        BoolValue => "true or false",
        NumberValue => "a number",
        StringValue => "a string",
        ListValue => "a list",
        ObjectValue => "an object",
        AssetValue => "an asset",
        ArchiveValue => "an archive",
        ResourceReferenceValue => "a resource",
        _ => "nothing",
    };

    private static string Unknown(string name, Members members) => NearestName.Find(name, members.Names) is { } nearest
        ? $"is not a property here; did you mean '{nearest}'?"
        : $"is not a property here; known are {string.Join(", ", members.Names.Order(StringComparer.Ordinal))}";

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
