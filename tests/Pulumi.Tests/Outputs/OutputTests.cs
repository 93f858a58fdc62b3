using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

public sealed class OutputTests
{
    [Fact]
    public async Task Apply_OnKnown_RunsAndKeepsSecret()
    {
        var output = Output.CreateSecret(20).Apply(value => value + 1);

        Assert.Equal(21, await OutputUtilities.GetValueAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    [Fact]
    public async Task Apply_OnUnknown_DoesNotRun()
    {
        var runs = 0;
        var output = OutputUtilities.CreateUnknown(1).Apply(value => runs += value);

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task Apply_ToSecretOutput_BecomesSecret()
    {
        var output = Output.Create("a").Apply(value => Output.CreateSecret(value + "b"));

        Assert.Equal("ab", await OutputUtilities.GetValueAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    [Fact]
    public async Task Apply_WithEachKindOfFunction_GivesTheSame()
    {
        var seed = Output.Create(Task.FromResult(2));

        Assert.Equal(4, await OutputUtilities.GetValueAsync(seed.Apply(value => value * 2)));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(seed.Apply(async value =>
        {
            await Task.Yield();
            return value * 2;
        })));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(seed.Apply(value => Output.Create(value * 2))));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(seed.Apply(value => (Input<int>)(value * 2))));
        Assert.Null(await OutputUtilities.GetValueAsync(seed.Apply(_ => (Output<string>?)null)));
    }

    [Fact]
    public async Task Apply_WhenTheFunctionThrows_FaultsTheOutput()
    {
        var output = Output.Create(1).Apply(value => value > 0 ? throw new InvalidOperationException("no") : value);

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(output));
        Assert.Equal("no", e.Message);
    }

    [Fact]
    public async Task Unsecret_OfSecret_IsPlain() =>
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(Output.CreateSecret("x"))));

    [Fact]
    public async Task All_WithOneUnknownAndOneSecret_IsUnknownAndSecret()
    {
        var output = Output.All(Output.Create(1), Output.CreateSecret(2), OutputUtilities.CreateUnknown(3));

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    [Fact]
    public async Task All_OfInputs_KeepsOrder() =>
        Assert.Equal(["a", "b"], (await OutputUtilities.GetValueAsync(Output.All<string>("a", Output.Create("b")))).AsEnumerable());

    [Fact]
    public async Task Tuple_OfEight_KeepsEveryPlace()
    {
        var output = Output.Tuple<int, string, bool, double, int, int, int, int>(1, "2", true, 4.5, 5, 6, 7, 8);

        Assert.Equal((1, "2", true, 4.5, 5, 6, 7, 8), await OutputUtilities.GetValueAsync(output));
    }

    [Fact]
    public async Task Format_WithHoles_IsInvariant()
    {
        Input<string> name = "x";
        var output = Output.Format($"{name}/{Output.Create(1.5)}/{7:000}");

        Assert.Equal("x/1.5/007", await OutputUtilities.GetValueAsync(output));
    }

    [Fact]
    public async Task Format_WithSecretHole_IsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.Format($"pw={Output.CreateSecret("x")}")));

    [Fact]
    public async Task JsonSerialize_WithPendingAndSecretInside_WaitsAndIsSecret()
    {
        var later = new TaskCompletionSource<string>();
        InputMap<string> map = new() { { "k", Output.CreateSecret("v") } };
        InputList<int> list = [1, Output.Create(2)];
        var output = Output.JsonSerialize(Output.Create(new Dictionary<string, object?> { ["a"] = Output.Create(later.Task), ["m"] = map, ["l"] = list, ["n"] = null }));
        later.SetResult("late");

        Assert.Equal("""{"a":"late","m":{"k":"v"},"l":[1,2],"n":null}""", await OutputUtilities.GetValueAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    [Fact]
    public async Task JsonSerialize_WithUnknownInside_IsUnknown()
    {
        var output = Output.JsonSerialize(Output.Create(new { Arn = OutputUtilities.CreateUnknown("") }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
    }

    [Fact]
    public async Task JsonSerialize_WithOptions_UsesThem()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        Assert.Equal("""{"someName":"x"}""", await OutputUtilities.GetValueAsync(Output.JsonSerialize(Output.Create(new { SomeName = Output.Create("x") }), options)));
    }

    [Fact]
    public async Task JsonDeserialize_OfSecretText_IsSecret()
    {
        var output = Output.JsonDeserialize<int[]>(Output.CreateSecret("[1,2]"));

        Assert.Equal(new[] { 1, 2 }, await OutputUtilities.GetValueAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    [Fact]
    public void ToString_OfOutput_ExplainsWhatToDo() => Assert.Contains("Output.Format", Output.Create("secret").ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task DeferredOutput_ResolvedTwice_Throws()
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(Output.CreateSecret(5));

        Assert.Equal(5, await OutputUtilities.GetValueAsync(deferred.Output));
        Assert.True(await Output.IsSecretAsync(deferred.Output));
        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create(6)));
    }

    [Fact]
    public async Task Extensions_OnArraysAndUnions_ReadThem()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<string, int>.FromT1(3));

        Assert.Equal("b", await OutputUtilities.GetValueAsync(array.GetAt(1)));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(array.First()));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(array.Length()));
        Assert.True(await OutputUtilities.GetValueAsync(union.IsT1()));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(union.AsT1()));
    }
}
