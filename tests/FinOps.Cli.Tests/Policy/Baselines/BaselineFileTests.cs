using FinOps.Cli.Policy.Baselines;
using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Tests.Policy.Baselines;

/// <summary>Where the baseline lies, and how it gets there.</summary>
public sealed class BaselineFileTests : IDisposable
{
    private static readonly BaselineEntry Entry = new("TAG001", "urn:pulumi:dev::shop::a:b:C::lögs", "missing Team", new DateOnly(2026, 3, 1));

    private readonly string _folder = Directory.CreateTempSubdirectory("baseline-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Locate_BesideTheStandardAboveThePack()
    {
        var pack = Directory.CreateDirectory(Path.Combine(_folder, "a", "policies")).FullName;
        Put("tag-standard.yaml", "");

        Assert.Equal(Path.Combine(_folder, Baseline.FileName), Locate(pack, null, null));
    }

    [Fact]
    public void Locate_BesideTheStandardOfTheVariable_FromWhereThePackRuns()
    {
        Put("tag-standard.yaml", "");

        Assert.Equal(Path.Combine(_folder, "org", Baseline.FileName), Locate(_folder, null, Path.Combine("org", "standard.yaml")));
        Assert.Equal(Path.Combine(_folder, Baseline.FileName), Locate(_folder, null, ""));
    }

    [Fact]
    public void Locate_TheOneThatTheConfigurationNames_Wins()
    {
        Put("tag-standard.yaml", "");
        var config = Put("packs.json", """{ "all": "mandatory", /* ours */ "BSL001-baseline-entry-stale": { "file": "known/list.json", }, }""");

        Assert.Equal(Path.Combine(_folder, "known", "list.json"), Locate(_folder, config, null));
        Assert.Equal(Path.Combine(_folder, Baseline.FileName), Locate(_folder, Put("other.json", """{ "BSL001-baseline-entry-stale": "mandatory" }"""), null));
        Assert.Equal(Path.Combine(_folder, Baseline.FileName), Locate(_folder, Put("empty.json", " "), null));
    }

    [Fact]
    public void Locate_NoStandardAnywhere_AsksForTheFile() =>
        Assert.Contains("FIN1130 command line: --out", Assert.Throws<ProblemException>(() => Locate(_folder, null, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_ReplacesTheWholeFile_AndLeavesNothingBeside()
    {
        var file = Path.Combine(_folder, "deep", Baseline.FileName);

        BaselineFile.Write(file, new Baseline(file, [Entry, Entry with { Finding = "missing Owner" }]));
        BaselineFile.Write(file, new Baseline(file, [Entry]));

        Assert.Equal(new Baseline(file, [Entry]).ToJson(), File.ReadAllText(file));
        Assert.Equal((byte)'{', File.ReadAllBytes(file)[0]);
        Assert.Equal([Entry], Baseline.Load(file).Entries.AsEnumerable());
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [SkippableFact]
    public void Write_ThroughALink_KeepsTheLink()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights there");
        var (file, link) = (Put("real.json", "old"), Path.Combine(_folder, "link.json"));
        File.CreateSymbolicLink(link, file);

        BaselineFile.Write(link, new Baseline(link, [Entry]));

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal([Entry], Baseline.Load(file).Entries.AsEnumerable());
    }

    [Fact]
    public void Write_WhereAFolderIs_SaysSoAndLeavesNothingBeside()
    {
        var file = Directory.CreateDirectory(Path.Combine(_folder, "taken")).FullName;

        Assert.Contains("FIN1133", Assert.Throws<ProblemException>(() => BaselineFile.Write(file, Baseline.Empty)).Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder));
    }

    private static string Locate(string pack, string? config, string? variable) =>
        BaselineFile.Locate([new PolicyPackRequest(pack, config)], config is null && variable is null ? "." : pack, name => name == "FINOPS_TAG_STANDARD" ? variable : null);

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
