using System.Diagnostics;
using Pulumi.Rpc.Values;

namespace Pulumi.Tests.Deployment;

/// <summary>Programs as engines start them: a process, its environment, its exit code.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Stack_AsAProcess_RegistersEverythingAndExits0()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var (exit, _) = await RunAsync("stack", engine);

        Assert.Equal(0, exit);
        Assert.Equal(["Pulumi.Tests-dev", "shelf", "shelf-box"], engine.Registered.Select(request => request.Name));
        Assert.Equal(PropertyMap.Of(("title", "shelf")), engine.Outputs[FakeEngine.UrnOf(engine.Single("Pulumi.Tests-dev"))]);
        Assert.Equal(1, engine.Shutdowns);
    }

    [Fact]
    public async Task Function_AsAProcess_ExportsItsResult()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var (exit, _) = await RunAsync("function", engine);

        Assert.Equal(0, exit);
        Assert.Equal(PropertyMap.Of(("label", "l")), engine.Outputs[FakeEngine.UrnOf(engine.Single("Pulumi.Tests-dev"))]);
    }

    [Theory]
    [InlineData("throws", 32, "the program gave up")]
    [InlineData("crashes", 32, "DivideByZeroException")]
    [InlineData("logs-error", 1, "only logged")]
    public async Task Failure_AsAProcess_IsReportedByExitCode(string program, int expected, string message)
    {
        await using var engine = await new FakeEngine().StartAsync();
        var (exit, _) = await RunAsync(program, engine);

        Assert.Equal(expected, exit);
        Assert.Contains(message, Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_OfTheEnvironment_ReachesTheProgram()
    {
        await using var engine = await new FakeEngine().StartAsync();
        var (exit, _) = await RunAsync("reads-config", engine);

        Assert.Equal(0, exit);
        Assert.Equal("grün", Assert.Single(engine.Logs).Message);
    }

    [Fact]
    public async Task Program_WithoutAnEngine_SaysHowToRunIt()
    {
        var (exit, error) = await RunAsync("stack", engine: null);

        Assert.NotEqual(0, exit);
        Assert.Contains("Program run without the Pulumi engine available", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string program, FakeEngine? engine)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ProcessTests).Assembly.Location, program]) { RedirectStandardError = true };
        if (engine is not null)
        {
            start.Environment["PULUMI_MONITOR"] = engine.Address;
            start.Environment["PULUMI_ENGINE"] = engine.Address;
            start.Environment["PULUMI_ORGANIZATION"] = "org";
            start.Environment["PULUMI_PROJECT"] = "Pulumi.Tests";
            start.Environment["PULUMI_STACK"] = "dev";
            start.Environment["PULUMI_DRY_RUN"] = "false";
            start.Environment["PULUMI_QUERY_MODE"] = "false";
            start.Environment["PULUMI_PARALLEL"] = "2147483647";
            start.Environment["PULUMI_CONFIG"] = """{"Pulumi.Tests:color":"grün"}""";
            start.Environment["PULUMI_CONFIG_SECRET_KEYS"] = "[]";
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await error);
    }
}
