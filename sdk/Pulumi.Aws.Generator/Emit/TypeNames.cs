using Pulumi.Aws.Generator.Schema;

namespace Pulumi.Aws.Generator.Emit;

/// <summary>C# type names, fully qualified, as the official SDK chooses them.</summary>
internal sealed class TypeNames(AwsSchema schema)
{
    private const string Immutable = "global::System.Collections.Immutable.";

    /// <summary>The property type of an input; <paramref name="suffix"/> is <c>Args</c>, <c>GetArgs</c> below a State class, or <c>InputArgs</c> below the args of a function.</summary>
    public string Input(SchemaType type, string suffix) => type.Head switch
    {
        "list" => $"global::Pulumi.InputList<{Element(type.Arguments[0], suffix)}>",
        "map" => $"global::Pulumi.InputMap<{Element(type.Arguments[0], suffix)}>",
        "union" => $"global::Pulumi.InputUnion<{Element(type.Arguments[0], suffix)}, {Element(type.Arguments[1], suffix)}>",
        "any" => "object",
        _ => $"global::Pulumi.Input<{Element(type, suffix)}>",
    };

    /// <summary>What an Input, or a collection of them, holds.</summary>
    public string Element(SchemaType type, string suffix) => type.Head switch
    {
        "ref" => $"global::{schema.Namespace(type.Name)}.Inputs.{Local(type.Name)}{suffix}",
        "list" => $"{Immutable}ImmutableArray<{Element(type.Arguments[0], suffix)}>",
        "map" => $"{Immutable}ImmutableDictionary<string, {Element(type.Arguments[0], suffix)}>",
        _ => Leaf(type),
    };

    /// <summary>What the plain args of a function hold: no Inputs, and collections that can be filled.</summary>
    public string Plain(SchemaType type) => type.Head switch
    {
        "list" => $"global::System.Collections.Generic.List<{Plain(type.Arguments[0])}>",
        "map" => $"global::System.Collections.Generic.Dictionary<string, {Plain(type.Arguments[0])}>",
        _ => Element(type, "Args"),
    };

    /// <summary>The type of an output; <paramref name="suffix"/> is empty, or <c>Result</c> below a function.</summary>
    public string Output(SchemaType type, string suffix) => type.Head switch
    {
        "ref" => $"global::{schema.Namespace(type.Name)}.Outputs.{Local(type.Name)}{suffix}",
        "list" => $"{Immutable}ImmutableArray<{Output(type.Arguments[0], suffix)}>",
        "map" => $"{Immutable}ImmutableDictionary<string, {Output(type.Arguments[0], suffix)}>",
        _ => Leaf(type),
    };

    /// <summary>An absent list is a default ImmutableArray, everything else is null.</summary>
    public string Output(Member member, string suffix) =>
        Output(member.Type, suffix) + (member.Optional && member.Type.Head != "list" ? "?" : "");

    /// <summary>The last part of <c>module.Name</c>.</summary>
    public static string Local(string name) => name.Substring(name.IndexOf('.') + 1);

    private string Leaf(SchemaType type) => type.Head switch
    {
        "string" or "bool" or "int" or "double" => type.Head,
        "any" => "object",
        "archive" => "global::Pulumi.Archive",
        "asset" => "global::Pulumi.Asset",
        "assetOrArchive" => "global::Pulumi.AssetOrArchive",
        "enum" => $"global::{schema.Namespace(type.Name)}.{Local(type.Name)}",
        _ => throw new FormatException($"a {type.Head} cannot stand here"),
    };
}
