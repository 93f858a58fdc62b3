using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization;

public sealed class PropertyWriterTests
{
    private enum Level
    {
        Low = 3,
    }

    public static TheoryData<object?, PropertyValue> Leaves => new()
    {
        { null, PropertyValue.Null },
        { "a", PropertyValue.Of("a") },
        { true, PropertyValue.Of(true) },
        { 3, PropertyValue.Of(3.0) },
        { 2.5, PropertyValue.Of(2.5) },
        { Level.Low, PropertyValue.Of(3.0) },
        { BoxColor.Red, PropertyValue.Of("red") },
        { Union<string, int>.FromT1(4), PropertyValue.Of(4.0) },
        { new StringAsset("text"), new AssetValue("text", null, null) },
        { new FileArchive("dir"), new ArchiveValue(null, "dir", null) },
        { default(ImmutableArray<string>), PropertyValue.Null },
    };

    [Theory]
    [MemberData(nameof(Leaves))]
    public async Task Write_Leaf_IsItsWireValue(object? value, object expected) => Assert.Equal(expected, await WriteAsync(value));

    [Fact]
    public async Task Write_NullsInMaps_AreDropped_InListsKept()
    {
        var written = await WriteAsync(new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { null, 1 } });

        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("b", PropertyValue.Of([PropertyValue.Null, PropertyValue.Of(1.0)])))), written);
    }

    [Fact]
    public async Task Write_SecretElementOfAList_StaysLocal()
    {
        InputList<string> list = ["open", Output.CreateSecret("hidden")];

        Assert.Equal(PropertyValue.Of(["open", new SecretValue("hidden")]), await WriteAsync(list));
    }

    [Fact]
    public async Task Write_UnknownValueOfAMap_StaysLocal()
    {
        InputMap<string> map = new() { { "known", "x" }, { "later", OutputUtilities.CreateUnknown("") } };

        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("known", "x"), ("later", PropertyValue.Unknown))), await WriteAsync(map));
    }

    [Fact]
    public async Task Write_SecretUnknown_IsASecretAroundTheSentinel() =>
        Assert.Equal(new SecretValue(PropertyValue.Unknown), await WriteAsync(Output.CreateSecret(OutputUtilities.CreateUnknown("x"))));

    [Fact]
    public async Task Write_NestedArgs_UseWireNames()
    {
        var written = await WriteAsync(new BoxRuleArgs { Name = "n", Limit = 1 });

        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("limit", 1.0), ("name", "n"))), written);
    }

    [Fact]
    public async Task Write_RequiredMemberWithoutValue_Throws()
    {
        var e = await Assert.ThrowsAsync<ArgumentNullException>(() => WriteAsync(new BoxRuleArgs()));
        Assert.Contains("[name] is required on Pulumi.Tests.BoxRuleArgs", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Json_IsItsContent()
    {
        InputJson json = """{"a":[1,null,true],"b":null}""";

        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("a", PropertyValue.Of([PropertyValue.Of(1.0), PropertyValue.Null, PropertyValue.Of(true)])))), await WriteAsync(json));
        Assert.Equal(PropertyValue.Of(1.0), await WriteAsync(JsonSerializer.SerializeToElement(1)));
    }

    [Fact]
    public async Task Write_WhatTheWireCannotCarry_SaysWhereAndWhatIsAllowed()
    {
        var e = await Assert.ThrowsAsync<PropertySerializationException>(() => WriteAsync(new Dictionary<string, object?> { ["when"] = 3L }));

        Assert.Contains("root.when is of type System.Int64", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PropertySerializationException>(() => WriteAsync(Task.FromResult(1)));
    }

    private static async Task<PropertyValue> WriteAsync(object? value) => await new PropertyWriter(keepResources: true).WriteAsync("root", value);
}
