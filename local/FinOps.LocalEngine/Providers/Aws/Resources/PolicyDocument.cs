using System.Text.Json.Nodes;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>Policy inputs are JSON text or the document itself.</summary>
internal static class PolicyDocument
{
    public static string Text(PropertyValue? value) => value switch
    {
        StringValue text => text.Value,
        null => throw new InvalidOperationException("A policy is required here and Check has let it pass."),
        _ => Node(value)!.ToJsonString(),
    };

    /// <summary>Names stay as they are: the document's own are PascalCase already, condition keys are anything.</summary>
    private static JsonNode? Node(PropertyValue value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value,
        NumberValue number => number.Value,
        ListValue list => new JsonArray([.. list.Items.Select(Node)]),
        ObjectValue nested => new JsonObject(nested.Map.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        _ => null,
    };
}
