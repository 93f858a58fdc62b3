using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests.Inputs;

public sealed class InputCollectionTests
{
    [Fact]
    public async Task InputList_FromEveryForm_HasTheItems()
    {
        InputList<string>[] lists =
        [
            "a",
            (Input<string>)"a",
            Output.Create("a"),
            new[] { "a" },
            new[] { (Input<string>)"a" },
            new[] { Output.Create("a") },
            new List<string> { "a" },
            new List<Input<string>> { "a" },
            new List<Output<string>> { Output.Create("a") },
            ImmutableArray.Create("a"),
            ImmutableArray.Create((Input<string>)"a"),
            ImmutableArray.Create(Output.Create("a")),
            Output.Create(new[] { "a" }),
            Output.Create(new List<string> { "a" }),
            Output.Create<IEnumerable<string>>(["a"]),
            Output.Create(ImmutableArray.Create("a")),
        ];

        foreach (var list in lists)
        {
            Assert.Equal(["a"], (await OutputUtilities.GetValueAsync(list.ToOutput())).AsEnumerable());
        }
    }

    [Fact]
    public async Task InputList_AddAndConcat_KeepOrder()
    {
        InputList<int> list = [1];
        list.Add(2, Output.Create(3));
        list.AddRange(new[] { 4 });

        Assert.Equal([1, 2, 3, 4, 5], (await OutputUtilities.GetValueAsync(list.Concat(5).ToOutput())).AsEnumerable());
    }

    [Fact]
    public async Task InputMap_AddIndexAndMerge_LaterWins()
    {
        InputMap<string> first = new() { { "a", "1" }, { "b", Output.Create("2") } };
        InputMap<string> second = new() { ["b"] = "3" };

        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(first, second).ToOutput());
        Assert.Equal("1", merged["a"]);
        Assert.Equal("3", merged["b"]);
    }

    [Fact]
    public async Task InputMap_SameKeyWithAnotherValue_FaultsWhenAwaited()
    {
        InputMap<string> map = new() { { "a", "1" }, { "a", "2" } };

        await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(map.ToOutput()));
    }

    [Fact]
    public void Enumerate_Synchronously_Throws()
    {
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator());
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputList<string>()).GetEnumerator());
    }

    [Fact]
    public async Task Enumerate_Asynchronously_GivesTheElements()
    {
        InputList<int> list = [1, Output.Create(2)];
        var values = new List<int>();
        await foreach (var item in list)
        {
            values.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));
        }

        Assert.Equal([1, 2], values);
    }

    [Fact]
    public async Task UnionList_AddOfEitherType_HasBoth()
    {
        InputList<Union<string, int>> list = [];
        list.Add((Input<string>)"a");
        list.Add((Input<int>)1);

        var values = await OutputUtilities.GetValueAsync(list.ToOutput());
        Assert.Equal("a", values[0].AsT0);
        Assert.Equal(1, values[1].AsT1);
    }

    [Fact]
    public async Task InputJson_FromText_IsParsed()
    {
        InputJson json = """{"a":[1]}""";

        Assert.Equal(1, (await OutputUtilities.GetValueAsync(json.ToOutput())).GetProperty("a")[0].GetInt32());
    }
}
