using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc.Values;

namespace Pulumi.Rpc.Tests.Values;

public sealed class PropertyCodecTests
{
    private const string Key = "4dabf18193072939515e22adb298388d";

    [Fact]
    public void Wire_OfAThousandRandomMaps_ComesBackEqual()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var map = new PropertyValueGenerator(seed).Map();
            var back = PropertyCodec.FromStruct(Struct.Parser.ParseFrom(PropertyCodec.ToStruct(map).ToByteArray()));

            Assert.True(map.Equals(back), $"seed {seed}: {PropertyJson.Masked.Write(map)} became {PropertyJson.Masked.Write(back)}");
            Assert.Equal(PropertyCodec.ToStruct(map), PropertyCodec.ToStruct(back));
        }
    }

    [Fact]
    public void StateJson_OfAThousandRandomMaps_ComesBackEqual_WithoutSecretsInClear()
    {
        var json = new PropertyJson(plain => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(plain)), cipher => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(cipher)));
        for (var seed = 0; seed < 1_000; seed++)
        {
            var map = new PropertyValueGenerator(seed, withOutputs: false).Map();
            var back = json.Read(JsonNode.Parse(json.Write(map).ToJsonString())!.AsObject());

            Assert.True(map.Equals(back), $"seed {seed}: {PropertyJson.Masked.Write(map)} became {PropertyJson.Masked.Write(back)}");
        }

        var written = json.Write(PropertyMap.Of(("password", new SecretValue("hunter2")))).ToJsonString();
        Assert.DoesNotContain("hunter2", written, StringComparison.Ordinal);
        Assert.Contains("ciphertext", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Wire_Secret_HasTheSignatureOfTheProtocol()
    {
        var fields = PropertyCodec.ToValue(new SecretValue("x")).StructValue.Fields;

        Assert.Equal(("1b47061264138c4ac30d75fd1eb44270", "x"), (fields[Key].StringValue, fields["value"].StringValue));
    }

    [Fact]
    public void Wire_Unknown_IsTheSentinel()
    {
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", PropertyCodec.ToValue(PropertyValue.Unknown).StringValue);
        Assert.Equal(new UnknownValue(UnknownKind.Number), PropertyCodec.FromValue(Value.ForString("3eeb2bf0-c639-47a8-9e75-3b44932eb421")));
    }

    [Fact]
    public void Wire_ReferenceWithEmptyId_IsUnknown_WithoutId_IsAComponent()
    {
        var signature = Value.ForString("5cf8f73096256a8f31e491e813e4eb8e");
        var withId = new Struct { Fields = { [Key] = signature, ["urn"] = Value.ForString("u"), ["id"] = Value.ForString("") } };
        var without = new Struct { Fields = { [Key] = signature, ["urn"] = Value.ForString("u") } };

        Assert.Equal(new ResourceReferenceValue("u", PropertyValue.Unknown, ""), PropertyCodec.FromValue(Value.ForStruct(withId)));
        Assert.Equal(new ResourceReferenceValue("u", null, ""), PropertyCodec.FromValue(Value.ForStruct(without)));
    }

    [Fact]
    public void Wire_UnrecognizedSignature_IsRefused()
    {
        var value = Value.ForStruct(new Struct { Fields = { [Key] = Value.ForString("nonsense") } });

        Assert.Contains("'nonsense'", Assert.Throws<FormatException>(() => PropertyCodec.FromValue(value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wire_SignatureWithoutItsValue_IsRefused()
    {
        var value = Value.ForStruct(new Struct { Fields = { [Key] = Value.ForString("1b47061264138c4ac30d75fd1eb44270") } });

        Assert.Throws<FormatException>(() => PropertyCodec.FromValue(value));
    }

    [Fact]
    public void Secrets_PrintedByAccident_DoNotShow()
    {
        Assert.DoesNotContain("hunter2", $"{PropertyMap.Of(("p", new SecretValue("hunter2"))).Find("p")}", StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", PropertyJson.Masked.Write(new OutputValue("hunter2", Secret: true, [])).AsJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", $"{new OutputValue("hunter2", Secret: true, [])}", StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_SeeThroughEveryWrapper()
    {
        PropertyValue value = PropertyMap.Of(("a", PropertyValue.Of([new SecretValue(PropertyMap.Of(("b", PropertyValue.Unknown)))])));

        Assert.True(value.ContainsSecret());
        Assert.True(value.ContainsUnknown());
        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("a", PropertyValue.Of([PropertyValue.Of(PropertyMap.Of(("b", PropertyValue.Unknown)))])))), value.Plain());
    }
}

internal static class JsonText
{
    public static string AsJson(this JsonNode? node) => node?.ToJsonString() ?? "null";
}
