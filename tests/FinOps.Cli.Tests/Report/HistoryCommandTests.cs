using System.Text.Json;

namespace FinOps.Cli.Tests.Report;

/// <summary>The command in this process, against the embedded AWS.</summary>
public sealed class HistoryCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("finops-history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Json_FourteenMonths_ComparesTheLastWholeMonthWithAYearBefore()
    {
        var (exitCode, output, error) = await RunAsync("--by", "account", "--metric", "AmortizedCost", "--format", "json", "--months", "14", "--accounts", "12");

        Assert.True(exitCode == 0, error);
        using var json = JsonDocument.Parse(output);
        var analysis = json.RootElement.GetProperty("analysis");
        Assert.Equal(13, analysis.GetProperty("seasonality").GetProperty("wholeMonths").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, analysis.GetProperty("lastWhole").GetProperty("yearChange").ValueKind);
        Assert.True(analysis.GetProperty("total").GetDecimal() > 0);
        Assert.Contains("1 Cost Explorer request, 0.01 USD", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_Out_IsWrittenToTheFile()
    {
        var file = Path.Combine(_folder, "history.html");
        var (exitCode, output, error) = await RunAsync("--format", "html", "--out", file, "--months", "1", "--accounts", "12");

        Assert.True(exitCode == 0, error);
        Assert.Empty(output);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadOptions_AreListedBeforeAnyAwsIsAsked()
    {
        var (exitCode, output, error) = await RunAsync("--by", "team", "--metric", "BlendedCost", "--from", "yesterday");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        foreach (var option in new[] { "--by", "--metric", "--from" })
            Assert.Contains($"FIN5030 command line: {option}: found", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, ".finops")));
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        // The embedded AWS checks when a request was signed, and the SDK signs with the clock of the machine.
        var parsed = FinOpsCommand.Create(new CliContext(TestConsole.Of(output), TestConsole.Of(error), TimeProvider.System))
            .Parse(["report", "history", .. args, "--aws", "local", "--data", Path.Combine(_folder, ".finops")]);
        Assert.Empty(parsed.Errors);
        return (await parsed.InvokeAsync(), output.ToString(), error.ToString());
    }
}
