using Google.Protobuf.WellKnownTypes;
using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;

namespace Pulumi.Policy.Tests.Hosting;

/// <summary>The process that an engine starts: what it says on stdout, and the three ways it ends.</summary>
public sealed class PackProcessTests
{
    [Fact]
    public async Task Cancel_AfterWork_EndsWithNothingButThePortOnStandardOutput()
    {
        using var pack = await PackProcess.StartAsync();
        await pack.Channel.CallAsync(RpcMethods.Analyzer.Handshake, new Pulumirpc.AnalyzerHandshakeRequest());
        Assert.Equal("process-pack", (await pack.Channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty())).Name);
        Assert.Single((await pack.Channel.CallAsync(RpcMethods.Analyzer.Analyze, PackServer.Resource())).Diagnostics);

        await pack.Channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty());

        Assert.Equal("", await pack.RestOfStandardOutputAsync());
        Assert.Equal(0, await pack.ExitCodeAsync());
    }

    [Fact]
    public async Task LastConnectionClosed_EndsAfterTheGrace()
    {
        using var pack = await PackProcess.StartAsync();
        await pack.Channel.CallAsync(RpcMethods.Analyzer.Handshake, new Pulumirpc.AnalyzerHandshakeRequest());

        pack.Channel.Dispose();

        Assert.Equal(0, await pack.ExitCodeAsync());
    }

    [SkippableFact]
    public async Task ParentKilled_EndsAlthoughAConnectionIsOpen()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows does not re-parent; there the connection is watched alone");
        using var pack = await PackProcess.StartAsync(throughShell: true);
        await pack.Channel.CallAsync(RpcMethods.Analyzer.Handshake, new Pulumirpc.AnalyzerHandshakeRequest());

        pack.Kill();

        Assert.Equal("", await pack.RestOfStandardOutputAsync());
    }

    [SkippableFact]
    public async Task ParentKilledBeforeAnybodyConnects_LeavesNoOrphanInAnyRound()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows does not re-parent; there the connection is watched alone");
        for (var round = 0; round < 5; round++)
        {
            using var pack = await PackProcess.StartAsync(throughShell: true);
            pack.Kill();
            Assert.Equal("", await pack.RestOfStandardOutputAsync());
        }
    }
}
