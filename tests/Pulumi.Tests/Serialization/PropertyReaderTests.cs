using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;

namespace Pulumi.Tests.Serialization;

public sealed class PropertyReaderTests
{
    [Fact]
    public void Read_SecretDeepInside_MakesTheWholeSecret()
    {
        var data = Read<ImmutableArray<ImmutableDictionary<string, string>>>(PropertyValue.Of([PropertyValue.Of(PropertyMap.Of(("a", new SecretValue("x"))))]));

        Assert.True(data.IsSecret);
        Assert.Equal("x", data.Value[0]["a"]);
    }

    [Fact]
    public void Read_UnknownDeepInside_MakesTheWholeUnknown()
    {
        var data = Read<ImmutableDictionary<string, object?>>(PropertyMap.Of(("a", PropertyValue.Of([PropertyValue.Unknown]))));

        Assert.False(data.IsKnown);
        Assert.Null(data.Value);
    }

    [Fact]
    public void Read_OutputType_GoesThroughItsConstructor()
    {
        var data = Read<ImmutableArray<BoxRule>>(PropertyValue.Of([PropertyValue.Of(PropertyMap.Of(("name", "n"), ("limit", 2.5)))]));

        Assert.Equal(("n", 2.5), (data.Value[0].Name, data.Value[0].Limit));
    }

    [Fact]
    public void Read_EnumTypeUnionJsonAndNullable_AreConverted()
    {
        Assert.Equal(BoxColor.Red, Read<BoxColor?>("red").Value);
        Assert.Equal(3, Read<Union<string, int>>(3.0).Value.AsT1);
        Assert.Equal("x", Read<Union<string, int>>("x").Value.AsT0);
        Assert.Equal("""{"a":1}""", Read<JsonElement>(PropertyMap.Of(("a", 1.0))).Value.GetRawText());
        Assert.Null(Read<int?>(PropertyValue.Null).Value);
        Assert.Equal(5, Read<int?>(5.0).Value);
    }

    [Fact]
    public void Read_OfAnything_UsesImmutableCollectionsAndDropsInternals()
    {
        var value = (ImmutableDictionary<string, object?>)Read<object?>(PropertyMap.Of(("__defaults", "x"), ("l", PropertyValue.Of(["a", 1.0])), ("z", PropertyValue.Null))).Value!;

        Assert.Equal(["l", "z"], value.Keys.Order());
        Assert.Equal(["a", 1.0], ((ImmutableArray<object?>)value["l"]!).AsEnumerable());
    }

    [Fact]
    public void Read_OfTheWrongType_WarnsAndGivesTheDefault()
    {
        var warnings = new List<string>();
        var data = PropertyReader.Read<int>("text", [], warnings.Add);

        Assert.Equal(0, data.Value);
        Assert.True(data.IsKnown);
        Assert.Equal(["expected System.Int32 but got StringValue"], warnings);
    }

    [Fact]
    public async Task Read_NestedOutput_KeepsItsOwnBits()
    {
        var data = Read<ImmutableArray<Output<string>>>(PropertyValue.Of(["a", PropertyValue.Unknown]));

        Assert.True(data.IsKnown);
        Assert.False((await data.Value[1].DataTask).IsKnown);
    }

    [Fact]
    public void Read_AssetsAndArchives_ComeBack()
    {
        Assert.IsType<StringAsset>(Read<Asset>(new AssetValue("t", null, null, "hash")).Value);
        Assert.IsType<AssetArchive>(Read<AssetOrArchive>(new ArchiveValue(PropertyMap.Of(("f", new AssetValue(null, "p", null))), null, null)).Value);
        Assert.IsType<RemoteArchive>(Read<Archive>(new ArchiveValue(null, null, "https://x")).Value);
    }

    private static OutputData<T> Read<T>(PropertyValue value) => PropertyReader.Read<T>(value, [], warning => throw new InvalidOperationException(warning));
}
