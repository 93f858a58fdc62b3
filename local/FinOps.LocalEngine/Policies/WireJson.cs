using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace FinOps.LocalEngine.Policies;

/// <summary>Plain JSON to and from wire structs, for policy configs and schemas, which hold no special values.</summary>
internal static class WireJson
{
    public static JsonObject ToJson(Struct? fields) =>
        fields is null ? [] : new JsonObject(fields.Fields.Select(field => KeyValuePair.Create(field.Key, ToJson(field.Value))));

    public static Struct ToStruct(JsonObject json)
    {
        var result = new Struct();
        foreach (var (name, value) in json)
        {
            result.Fields.Add(name, ToValue(value));
        }

        return result;
    }

    private static JsonNode? ToJson(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.StructValue => ToJson(value.StructValue),
        Value.KindOneofCase.ListValue => new JsonArray([.. value.ListValue.Values.Select(ToJson)]),
        _ => null,
    };

    private static Value ToValue(JsonNode? json) => json switch
    {
        null => Value.ForNull(),
        JsonObject map => Value.ForStruct(ToStruct(map)),
        JsonArray list => Value.ForList(list.Select(ToValue).ToArray()),
        _ => json.GetValueKind() switch
        {
            JsonValueKind.True => Value.ForBool(true),
            JsonValueKind.False => Value.ForBool(false),
            JsonValueKind.Number => Value.ForNumber(double.Parse(json.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)),
            _ => Value.ForString(json.GetValue<string>()),
        },
    };
}
