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
    public void Bytes_OfAThousandRandomMaps_AreThoseOfTheStruct()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var map = new PropertyValueGenerator(seed).Map();
            var asStruct = PropertyCodec.ToStruct(map);

            Assert.Equal(asStruct, Struct.Parser.ParseFrom(PropertyCodec.ToBytes(map)));
            Assert.True(map.Equals(PropertyCodec.FromBytes(asStruct.ToByteString())), $"seed {seed}: {PropertyJson.Masked.Write(map)}");
        }
    }

    [Fact]
    public void Bytes_LongerThanTheFirstBuffer_AreWhole()
    {
        var map = PropertyMap.Create(Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"key-{i}", PropertyValue.Of(new string('ü', i)))));

        Assert.Equal(map, PropertyCodec.FromBytes(PropertyCodec.ToBytes(map)));
    }

    [Fact]
    public void Bytes_WithFieldsOfALaterProtocol_AreReadWithoutThem()
    {
        // Struct { fields: { key: "a", value: { bool: true, field 15: varint 1 }, field 9: fixed32 } }, field 7: fixed64
        byte[] bytes = [0x0A, 0x0E, 0x0A, 0x01, (byte)'a', 0x12, 0x04, 0x20, 0x01, 0x78, 0x01, 0x4D, 1, 2, 3, 4, 0x39, 1, 2, 3, 4, 5, 6, 7, 8];

        Assert.Equal(PropertyMap.Of(("a", true)), PropertyCodec.FromBytes(ByteString.CopyFrom(bytes)));
    }

    [Theory]
    [InlineData(new byte[] { 0x0A })]
    [InlineData(new byte[] { 0x0A, 0x05, 0x0A })]
    [InlineData(new byte[] { 0x0B })]
    [InlineData(new byte[] { 0x39, 1, 2 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    [InlineData(new byte[] { 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    public void Bytes_ThatAreNoStruct_AreRefused(byte[] bytes) =>
        Assert.Contains("not valid protobuf", Assert.Throws<FormatException>(() => PropertyCodec.FromBytes(ByteString.CopyFrom(bytes))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_CutAnywhere_AreReadOrRefusedButNeverReadPastTheirEnd()
    {
        var whole = PropertyCodec.ToBytes(new PropertyValueGenerator(7).Map());
        for (var length = 0; length < whole.Length; length++)
        {
            try
            {
                _ = PropertyCodec.FromBytes(ByteString.CopyFrom(whole.Span[..length]));
            }
            catch (FormatException)
            {
                // A cut between two properties leaves a smaller struct; everywhere else it is none.
            }
        }
    }

    [Fact]
    public void Bytes_NestedWithoutEnd_AreRefused()
    {
        PropertyValue deep(int levels)
        {
            PropertyValue value = "leaf";
            for (var i = 0; i < levels; i++)
            {
                value = PropertyMap.Of(("a", value));
            }

            return value;
        }

        Assert.Equal(deep(300), PropertyCodec.FromBytes(PropertyCodec.ToBytes(PropertyMap.Of(("a", deep(300)))))["a"]);
        Assert.Contains("inside each other", Assert.Throws<FormatException>(() => PropertyCodec.FromBytes(PropertyCodec.ToBytes(PropertyMap.Of(("a", deep(400)))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_FromItemsInAnyOrderAndTwice_IsSortedAndKeepsTheLater()
    {
        var map = PropertyMap.Of(("b", 1), ("a", 1), ("b", 2), ("c", 1), ("a", 3), ("a", 4));

        Assert.Equal(PropertyMap.Of(("a", 4), ("b", 2), ("c", 1)), map);
        Assert.Equal(["a", "b", "c"], map.Keys);
        Assert.Equal(PropertyMap.Of(("a", 4), ("b", 7), ("c", 1), ("d", 0)), map.Set("d", 0).Set("b", 7));
        Assert.Equal(PropertyMap.Of(("a", 4), ("c", 1)), map.Remove("b").Remove("no"));
        Assert.Equal(map.Set("d", 0).Set("b", 7).GetHashCode(), map.SetAll([new("b", 7), new("d", 0)]).GetHashCode());
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
