using System.Diagnostics;
using System.Globalization;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;

namespace FinOps.LocalEngine.Tests.Programs;

/// <summary>Real processes: shell scripts in the place of built programs and packs.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [SkippableFact]
    public async Task Program_GetsItsEnvironment()
    {
        Script("program.sh", "env > seen.txt; echo hello; exit 0");
        var result = await RunAsync(request => request with { Environment = request.Environment.Add("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), Config = request.Config.Add("a", "b") });

        var seen = File.ReadAllLines(Path.Combine(_stack.Directory, "seen.txt"));
        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Contains("PULUMI_PROJECT=demo", seen);
        Assert.Contains("PULUMI_STACK=test", seen);
        Assert.Contains("PULUMI_DRY_RUN=true", seen);
        Assert.Contains("PULUMI_CONFIG={\"demo:a\":\"b\"}", seen);
        Assert.Contains("PULUMI_CONFIG_SECRET_KEYS=[]", seen);
        Assert.Contains("AWS_ENDPOINT_URL=http://127.0.0.1:1", seen);
        Assert.Matches(@"PULUMI_MONITOR=127\.0\.0\.1:\d+", seen.Single(line => line.StartsWith("PULUMI_MONITOR", StringComparison.Ordinal)));
    }

    [SkippableTheory]
    [InlineData("exit 3", "exit code 3")]
    // 32 without a word is a failure that nobody has explained.
    [InlineData("exit 32", "exit code 32")]
    public async Task Program_ThatFails_IsReported(string script, string found)
    {
        Script("program.sh", script);
        var result = await RunAsync();

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Equal("FIN3023", problem.Id);
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Cancel_EndsTheWholeTree()
    {
        Script("program.sh", "sleep 600 & echo $! > child.txt; wait");
        using var cancel = new CancellationTokenSource();
        var running = RunAsync(cancellationToken: cancel.Token);
        var child = Path.Combine(_stack.Directory, "child.txt");
        while (!running.IsCompleted && (!File.Exists(child) || File.ReadAllText(child).Length == 0))
        {
            await Task.Delay(50);
        }

        await cancel.CancelAsync();
        var result = await running;

        Assert.Equal(DeploymentOutcome.Cancelled, result.Outcome);
        Assert.False(IsAlive(int.Parse(File.ReadAllText(child), CultureInfo.InvariantCulture)));
    }

    [SkippableTheory]
    [InlineData("echo 'the pack is broken' >&2; exit 1", "the pack is broken")]
    [InlineData("echo hello; sleep 600", "'hello' as the first line")]
    public async Task Pack_ThatDoesNotStart_StopsTheDeployment(string script, string found)
    {
        Script("program.sh", "exit 0");
        Script("pack/pack.sh", script);
        _stack.Write("pack/PulumiPolicy.yaml", $"runtime:\n  name: dotnet\n  options:\n    binary: {Path.Combine(_stack.Directory, "pack", "pack.sh")}\n");
        var result = await RunAsync(request => request with { PolicyPacks = [new PolicyPackRequest(Path.Combine(_stack.Directory, "pack"))] });

        var problem = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Problem!;
        Assert.Equal("FIN3040", problem.Id);
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
    }

    /// <summary>A pack may have a hundred mistakes to tell; the first is as needed as the last.</summary>
    [SkippableFact]
    public async Task Pack_ThatDoesNotStart_IsHeardToItsEnd()
    {
        Script("program.sh", "exit 0");
        Script("pack/pack.sh", "i=0; while [ $i -lt 120 ]; do i=$((i+1)); echo \"mistake <$i>\" >&2; done; exit 1");
        _stack.Write("pack/PulumiPolicy.yaml", $"runtime:\n  name: dotnet\n  options:\n    binary: {Path.Combine(_stack.Directory, "pack", "pack.sh")}\n");

        var result = await RunAsync(request => request with { PolicyPacks = [new PolicyPackRequest(Path.Combine(_stack.Directory, "pack"))] });

        var problem = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Problem!;
        Assert.All(Enumerable.Range(1, 120), number => Assert.Contains($"mistake <{number}>", problem.Found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Node_WithoutPackages_SaysNpmInstall()
    {
        _stack.Write("Pulumi.yaml", "name: demo\nruntime: nodejs\n");
        var result = await RunAsync(binary: false);

        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Equal("FIN3022", problem.Id);
        Assert.Contains("npm install", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_NothingWhereItShouldBeBuilt_SaysSo()
    {
        _stack.Write("app.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        var result = await RunAsync(request => request with { Built = request.Built.Add(_stack.Directory, Path.Combine(_stack.Directory, "app.dll")) }, binary: false);

        Assert.Equal("FIN3020", Assert.Single(result.Diagnostics).Problem!.Id);
    }

    private static bool IsAlive(int id)
    {
        // Killed and not yet collected by its new parent counts as dead.
        var stat = $"/proc/{id}/stat";
        if (Directory.Exists("/proc"))
        {
            return File.Exists(stat) && File.ReadAllText(stat).Split(' ')[2] != "Z";
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private Task<DeploymentResult> RunAsync(Func<DeploymentRequest, DeploymentRequest>? change = null, bool binary = true, CancellationToken cancellationToken = default)
    {
        if (binary)
        {
            _stack.Write("Pulumi.yaml", $"name: demo\nruntime:\n  name: dotnet\n  options:\n    binary: {Path.Combine(_stack.Directory, "program.sh")}\n");
        }

        var request = new DeploymentRequest { Operation = DeploymentOperation.Preview, ProgramDirectory = _stack.Directory, StackName = "test" };
        return LocalDeployment.RunAsync(change?.Invoke(request) ?? request, [], SilentObserver.Instance, TimeProvider.System, cancellationToken);
    }

    private void Script(string file, string text)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a Unix shell");
        var path = _stack.Write(file, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
