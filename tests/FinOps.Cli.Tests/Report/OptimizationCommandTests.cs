using System.Text.Json;
using FinOps.Core.Optimization.Decisions;

namespace FinOps.Cli.Tests.Report;

/// <summary>The commands in this process, against the embedded AWS.</summary>
public sealed class OptimizationCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("finops-optimization-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Report_NotEnrolled_TellsWhatItSeesAndWhatToDo_AndSnoozingTakesItOut()
    {
        var (exitCode, output, error) = await ReportAsync();
        Assert.True(exitCode == 0, error);
        using var before = JsonDocument.Parse(output);
        var first = before.RootElement.GetProperty("analysis").GetProperty("usage")[0].GetProperty("best").GetProperty("id").GetString()!;

        var (snoozed, _, said) = await RunAsync("optimization", "snooze", first, "--reason", "later: it's busy", "--by", "payments@example.com", "--until", "2999-01-01", "--decisions", Decisions);
        Assert.True(snoozed == 0, said);
        using var after = JsonDocument.Parse((await ReportAsync()).Output);

        Assert.Contains(before.RootElement.GetProperty("notSeen").EnumerateArray(), spot => spot.GetProperty("nextStep").GetString()!.Contains("finops:optimization", StringComparison.Ordinal));
        Assert.Equal("later: it's busy", DecisionList.Parse(await File.ReadAllTextAsync(Decisions), "d").Decisions.Single().Reason);
        Assert.Equal(first, after.RootElement.GetProperty("analysis").GetProperty("decisions").GetProperty("setAside")[0].GetProperty("option").GetProperty("id").GetString());
        Assert.DoesNotContain(after.RootElement.GetProperty("analysis").GetProperty("usage").EnumerateArray(), each => each.GetProperty("best").GetProperty("id").GetString() == first);
    }

    [Theory]
    [InlineData("0123456789ab", "2001-01-01", "FIN1320")]
    [InlineData("0123456789ab", "soon", "FIN1320")]
    [InlineData("everything", "2999-01-01", "FIN5120")]
    public async Task Dismiss_WhatCannotBe_WritesNothing(string id, string until, string problem)
    {
        var (exitCode, _, error) = await RunAsync("optimization", "dismiss", id, "--reason", "r", "--by", "b@example.com", "--until", until, "--decisions", Decisions);

        Assert.Equal(1, exitCode);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Decisions));
    }

    private string Decisions => Path.Combine(_folder, DecisionList.FileName);

    private Task<(int ExitCode, string Output, string Error)> ReportAsync() => RunAsync(
        "report", "optimization", "--format", "json", "--decisions", Decisions, "--standard", Path.Combine(Clone.Root, "tag-standard.yaml"),
        "--aws", "local", "--data", Path.Combine(_folder, ".finops"), "--accounts", "12", "--months", "1");

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        // The embedded AWS checks when a request was signed, and the SDK signs with the clock of the machine.
        var parsed = FinOpsCommand.Create(new CliContext(TestConsole.Of(output), TestConsole.Of(error), TimeProvider.System)).Parse(args);
        Assert.Empty(parsed.Errors);
        return (await parsed.InvokeAsync(), output.ToString(), error.ToString());
    }
}
