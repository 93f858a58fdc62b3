using Google.Protobuf;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy;

/// <summary>The provider of a resource, a default one included.</summary>
/// <param name="Properties">Its inputs as they came. Values that are not text come JSON-encoded as text; read them with <see cref="Property"/>.</param>
public sealed record PolicyProvider(string Urn, string Type, string Name, PolicyValue Properties)
{
    /// <summary>
    /// An input with its JSON decoded: <c>"{\"tags\":{\"Team\":\"payments\"}}"</c> is an object again. Text that is no JSON object or
    /// list stays text.
    /// </summary>
    public PolicyValue Property(string name)
    {
        var value = Properties[name];
        if (value is not { Exists: true, IsUnknown: false } || value.Raw is null || value.Raw.Plain() is not StringValue { Value: ['{' or '[', ..] text })
        {
            return value;
        }

        try
        {
            var decoded = PropertyCodec.FromValue(JsonParser.Default.Parse<Google.Protobuf.WellKnownTypes.Value>(text));
            return new PolicyValue(value.IsSecret ? new SecretValue(decoded) : decoded, value.Path);
        }
        catch (Exception failure) when (failure is InvalidProtocolBufferException or InvalidJsonException or FormatException)
        {
            return value;
        }
    }
}
