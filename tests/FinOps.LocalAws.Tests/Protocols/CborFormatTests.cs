using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Tests.Protocols;

public sealed class CborFormatTests
{
    private static readonly HashSet<string> Timestamps = ["at"];

    [Theory]
    [InlineData("""{"text":"äöü","none":null,"yes":true,"no":false,"list":[1,-1,23,24,255,256,65536,4294967296,-4294967297],"half":0.5,"nested":{"deep":[{}]}}""")]
    [InlineData("""{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""")]
    public void WriteAndRead_AnyDocument_IsTheSame(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), CborFormat.Read(CborFormat.Write(JsonNode.Parse(json), Timestamps))));

    // Examples of RFC 8949, appendix A.
    [Theory]
    [InlineData("1903E8", "1000")]
    [InlineData("3903E7", "-1000")]
    [InlineData("F93C00", "1")]
    [InlineData("FB3FF199999999999A", "1.1")]
    [InlineData("C11A514B67B0", "1363896240")]
    [InlineData("9F018202039F0405FFFF", "[1,[2,3],[4,5]]")]
    [InlineData("BF61610161629F0203FFFF", """{"a":1,"b":[2,3]}""")]
    [InlineData("7F657374726561646D696E67FF", "\"streaming\"")]
    public void Read_ExamplesOfTheStandard_AreUnderstood(string hex, string json) =>
        Assert.Equal(json, CborFormat.Read(Convert.FromHexString(hex))!.ToJsonString());

    [Fact]
    public void Write_Timestamps_AreTagged() =>
        Assert.Equal("A1626174C11A514B67B0", Convert.ToHexString(CborFormat.Write(new JsonObject { ["at"] = 1363896240 }, Timestamps)));

    [Theory]
    [InlineData("")]
    [InlineData("62")]
    [InlineData("A10102")]
    [InlineData("0000")]
    [InlineData("1C")]
    public void Read_BrokenBytes_AreRefused(string hex) => Assert.Throws<FormatException>(() => CborFormat.Read(Convert.FromHexString(hex)));
}
