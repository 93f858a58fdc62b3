using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Resources;

public sealed class PropertyPathTests
{
    private static readonly PropertyMap _olds = Sample("old", "o0", "o1");
    private static readonly PropertyMap _news = Sample("new", "n0", "n1");

    [Theory]
    [InlineData("name", "old", "new", "n0,n1")]
    [InlineData("tags.Owner", "new", "old", "n0,n1")]
    [InlineData("tags[\"Owner\"]", "new", "old", "n0,n1")]
    [InlineData("tags.*", "new", "old", "n0,n1")]
    [InlineData("rules[1].value", "new", "new", "n0,o1")]
    [InlineData("rules[*].value", "new", "new", "o0,o1")]
    [InlineData("*", "old", "old", "o0,o1")]
    [InlineData("nothing.here", "new", "new", "n0,n1")]
    public void Reset_TakesTheOldValueAtThePathOnly(string path, string name, string owner, string values)
    {
        var result = PropertyPath.Parse(path).Reset(_news, _olds);

        Assert.Equal(name, result.Text("name"));
        Assert.Equal(owner, ((ObjectValue)result["tags"]).Map.Text("Owner"));
        Assert.Equal(values, string.Join(',', ((ListValue)result["rules"]).Items.Select(item => ((ObjectValue)item).Map.Text("value"))));
    }

    [Fact]
    public void Reset_WhatWasNotThere_IsTakenAway()
    {
        var result = PropertyPath.Parse("extra").Reset(_news.Set("extra", "x"), _olds);

        Assert.False(result.ContainsKey("extra"));
    }

    [Fact]
    public void Reset_InsideASecret_KeepsItSecret()
    {
        var news = PropertyMap.Of(("s", new SecretValue(PropertyMap.Of(("a", "new"), ("b", "new")))));
        var olds = PropertyMap.Of(("s", new SecretValue(PropertyMap.Of(("a", "old"), ("b", "old")))));

        Assert.Equal(new SecretValue(PropertyMap.Of(("a", "old"), ("b", "new"))), PropertyPath.Parse("s.a").Reset(news, olds)["s"]);
    }

    [Theory]
    [InlineData("tags[")]
    [InlineData("a..b")]
    [InlineData("a[\"b]")]
    public void Parse_Broken_IsRefused(string path) => Assert.Throws<FormatException>(() => PropertyPath.Parse(path));

    private static PropertyMap Sample(string name, string first, string second) => PropertyMap.Of(
        ("name", name),
        ("tags", PropertyMap.Of(("Owner", name))),
        ("rules", PropertyValue.Of([PropertyMap.Of(("value", first)), PropertyMap.Of(("value", second))])));
}
