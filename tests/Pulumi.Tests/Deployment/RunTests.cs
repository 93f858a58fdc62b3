using System.Diagnostics;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Xunit.Abstractions;

namespace Pulumi.Tests.Deployment;

public sealed class RunTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_ProgramThrows_ReportsAndExits32()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var exit = await engine.RunAsync(() => throw new RunException("gave up"));

        Assert.Equal(32, exit);
        Assert.Equal("gave up", Assert.Single(engine.Logs).Message);
        Assert.Equal(0, engine.Shutdowns);
    }

    [Fact]
    public async Task Run_RegistrationRefused_ReportsOnceWithTheResource()
    {
        await using var engine = await new FakeEngine
        {
            OnRegister = request => request.Name == "a" ? throw new RpcException(StatusCode.InvalidArgument, "no such color: réd") : null,
        }.StartAsync();
        var exit = await engine.RunAsync(() =>
        {
            var a = new Box("a", new BoxArgs { Label = "x" });
            _ = new Box("b", new BoxArgs { Label = a.Label });
        });

        Assert.Equal(32, exit);
        var log = Assert.Single(engine.Logs);
        Assert.Equal("demo:storage/box:Box 'a': no such color: réd", log.Message);
    }

    [Fact]
    public async Task Run_AnOutputNobodyReadsFails_TheRunFails()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var exit = await engine.RunAsync(() => new Box("a", new BoxArgs { Label = "x" }).Label.Apply(label => int.Parse(label, null)));

        Assert.Equal(32, exit);
        Assert.Contains("FormatException", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnlyLogsAnError_Exits1()
    {
        await using var engine = await new FakeEngine().StartAsync();

        Assert.Equal(1, await engine.RunAsync(() => Log.Error("bad")));
        Assert.Equal(0, engine.Shutdowns);
    }

    [Fact]
    public async Task Run_EngineRefusesTheLog_Exits1()
    {
        await using var engine = await new FakeEngine { OnLog = _ => throw new RpcException(StatusCode.Internal, "full") }.StartAsync();

        Assert.Equal(1, await engine.RunAsync(() => throw new RunException("gave up")));
    }

    [Fact]
    public async Task Run_WaitsForWorkStartedInsideApplies()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() => new Box("a", new BoxArgs { Label = "x" }).Label.Apply(async label =>
        {
            await Task.Delay(50);
            _ = new Box("late", new BoxArgs { Label = label });
            return label;
        }));

        Assert.Equal("x", engine.Inputs("late").Text("label"));
    }

    [Fact]
    public async Task Log_ManyMessages_ArriveInOrderOneByOne()
    {
        var atOnce = 0;
        var most = 0;
        await using var engine = await new FakeEngine
        {
            OnLog = async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atOnce));
                await Task.Yield();
                Interlocked.Decrement(ref atOnce);
            },
        }.StartAsync();
        await engine.RunAsync(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Log.Info($"{i}", streamId: i, ephemeral: i == 0);
            }
        });

        Assert.Equal(Enumerable.Range(0, 100), engine.Logs.Select(log => log.StreamId));
        Assert.Equal(1, most);
        Assert.True(engine.Logs.First().Ephemeral);
    }

    [Fact]
    public async Task Log_WithAResource_CarriesItsUrn()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() => Log.Warn("careful", new Box("a", new BoxArgs { Label = "x" })));

        Assert.Equal(FakeEngine.UrnOf(engine.Single("a")), Assert.Single(engine.Logs).Urn);
    }

    [Fact]
    public async Task Run_StackWithUnassignedOutput_SaysWhich()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var exit = await engine.RunAsync(() =>
        {
            new ForgetfulStack().ExportProperties();
            return Task.CompletedTask;
        });

        Assert.Equal(32, exit);
        Assert.Contains("Output(s) 'Forgotten' have no value assigned", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instance_OutsideARun_Throws() => Assert.Throws<InvalidOperationException>(() => Pulumi.Deployment.Instance);

    [Fact]
    public async Task Register_FiveThousandAtOnce_StaysFlatPerResource()
    {
        await MeasureAsync(500);
        // Five times the resources: linear is five times the time, quadratic would be twenty-five. A busy machine may spoil a round.
        for (var round = 1; ; round++)
        {
            var small = await MeasureAsync(1_000);
            var large = await MeasureAsync(5_000);
            output.WriteLine($"1,000: {small.TotalMilliseconds:0} ms, 5,000: {large.TotalMilliseconds:0} ms");
            if (large < small * 12)
            {
                return;
            }

            Assert.True(round < 3, $"1,000 took {small.TotalMilliseconds:0} ms, 5,000 took {large.TotalMilliseconds:0} ms");
        }

        static async Task<TimeSpan> MeasureAsync(int count)
        {
            await using var engine = await new FakeEngine().StartAsync();
            var watch = Stopwatch.StartNew();
            var exit = await engine.RunAsync(() =>
            {
                var first = new Box("first", new BoxArgs { Label = "x" });
                for (var i = 1; i < count; i++)
                {
                    _ = new Box($"box{i}", new BoxArgs { Label = first.Label, Size = i, Tags = { { "owner", "team" }, { "env", "dev" } } });
                }
            });
            Assert.Equal(0, exit);
            Assert.Equal(count + 1, engine.Registered.Count);
            return watch.Elapsed;
        }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Forgotten { get; private set; } = null!;
    }
}
