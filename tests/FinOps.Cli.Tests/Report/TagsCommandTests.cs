namespace FinOps.Cli.Tests.Report;

/// <summary>The inventory and its fixes as a person goes through them: look, read, approve, apply, look again.</summary>
public sealed class TagsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("finops-tags-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Fixes_ReadApprovedAndApplied_AreGoneFromTheNextReport()
    {
        var file = Path.Combine(_folder, "fixes.csv");
        var report = await RunAsync(["report", "tags", "--role", "OrganizationAccountAccessRole", "--standard", Path.Combine(Clone.Root, "tag-standard.yaml"), "--fixes", file, "--batches", Path.Combine(_folder, "batches")]);
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.StartsWith("# Tag inventory", report.Output, StringComparison.Ordinal);
        Assert.Contains("Cost Explorer request", report.Error, StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(file);
        Assert.True(rows.Length > 1);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "batches"), "*.sh"));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "batches"), "*-tag-resources.json", SearchOption.AllDirectories));

        var dry = await FixAsync(file);
        Assert.True(dry.ExitCode == 0, dry.Error);
        var hash = dry.Output.Split("Hash of the fixes: ")[1][..16];
        var refused = await FixAsync(file, "--apply", "--approve", "0123456789abcdef");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("FIN5081", refused.Error, StringComparison.Ordinal);

        var applied = await FixAsync(file, "--apply", "--approve", hash);
        Assert.True(applied.ExitCode == 0, applied.Error + applied.Output);
        Assert.Contains($"Applied: {rows.Length - 1} applied", applied.Output, StringComparison.Ordinal);
        Assert.Contains($"Applied: {rows.Length - 1} done already", (await FixAsync(file, "--apply", "--approve", hash)).Output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> FixAsync(string file, params string[] args) =>
        RunAsync(["run", "tag-fixes", "--file", file, "--role", "OrganizationAccountAccessRole", .. args]);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var parsed = FinOpsCommand.Create(new CliContext(TestConsole.Of(output), TestConsole.Of(error), TimeProvider.System))
            .Parse([.. args, "--aws", "local", "--data", Path.Combine(_folder, ".finops"), "--accounts", "6", "--months", "1"]);
        Assert.Empty(parsed.Errors);
        return (await parsed.InvokeAsync(), output.ToString(), error.ToString());
    }
}
