using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;

namespace FinOps.Policies.Tests;

/// <summary>What the pack reads before it judges anything.</summary>
public sealed class PackFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pack-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Locate_WaiversAndBaseline_LieBesideTheStandard()
    {
        Put(WaiverList.FileName, "version: 1\nwaivers: [{ rule: COST003, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-02-01 }]"u8);
        Put(Baseline.FileName, """{"version":1,"entries":[{"rule":"TAG001","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"2026-01-01"}]}"""u8);

        var files = Locate();

        Assert.Single(files.Waivers.Waivers);
        Assert.Single(files.Baseline.Entries);
    }

    [Fact]
    public void Locate_MistakesInEveryFile_AreToldTogether()
    {
        Put(WaiverList.FileName, "version: 1\nwaivers: [{ rule: TAG999, stack: a/b, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-02-01 }]"u8);
        Put(Baseline.FileName, """{"version":1,"entries":[{"rule":"TAG999","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"2026-01-01"}]}"""u8);

        Assert.Equal(["FIN2011", "FIN2020"], Assert.Throws<ProblemException>(Locate).Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void Locate_WaiversThatAreNoText_AreAMistake()
    {
        Put(WaiverList.FileName, [.. "version: 1 # "u8, 0xFF]);

        Assert.Equal("FIN2009", Assert.Single(Assert.Throws<ProblemException>(Locate).Problems).Id);
    }

    private PackFiles Locate()
    {
        var standard = Path.Combine(_folder, "tag-standard.yaml");
        File.Copy(Repository.At("tag-standard.yaml"), standard);
        return PackFiles.Locate(Repository.At("policies"), name => name == StandardSource.Variable ? standard : null);
    }

    private void Put(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(Path.Combine(_folder, name), content);
}
