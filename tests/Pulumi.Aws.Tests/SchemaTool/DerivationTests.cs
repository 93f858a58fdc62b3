using System.IO.Compression;
using SchemaTool;

namespace Pulumi.Aws.Tests.SchemaTool;

public sealed class DerivationTests : IDisposable
{
    private static readonly string[] _files = [Derivation.TaggableTypesFile, Derivation.SdkSchemaFile, Derivation.EngineSchemaFile];
    private readonly string _target = Directory.CreateTempSubdirectory("schema-tool-").FullName;

    public void Dispose() => Directory.Delete(_target, recursive: true);

    [SkippableFact]
    public void Run_ReferenceData_GivesTheCommittedFiles()
    {
        SkipWithoutReferenceData();

        var problems = Derivation.Run(RepositoryFolder.SchemaPath, RepositoryFolder.ReferenceData, RepositoryFolder.Root, _target);

        Assert.Empty(problems);
        foreach (var file in _files)
            Assert.True(Content(RepositoryFolder.Root, file).SequenceEqual(Content(_target, file)),
                $"{file} is not what the reference data gives; run: dotnet run --project eng/SchemaTool -- ../shared/data/pulumi-aws-7.48.0.json ../shared/data");
    }

    [SkippableFact]
    public void Run_Twice_GivesTheSameBytes()
    {
        SkipWithoutReferenceData();
        var second = Path.Combine(_target, "second");

        Derivation.Run(RepositoryFolder.SchemaPath, RepositoryFolder.ReferenceData, RepositoryFolder.Root, _target);
        Derivation.Run(RepositoryFolder.SchemaPath, RepositoryFolder.ReferenceData, RepositoryFolder.Root, second);

        foreach (var file in _files)
            Assert.Equal(File.ReadAllBytes(Path.Combine(_target, file)), File.ReadAllBytes(Path.Combine(second, file)));
    }

    [SkippableFact]
    public void Run_ListDisagreesWithSchema_SaysWhatAndWritesNothing()
    {
        SkipWithoutReferenceData();
        var lists = Directory.CreateDirectory(Path.Combine(_target, "lists")).FullName;
        File.WriteAllLines(Path.Combine(lists, "aws-taggable-types.txt"), File.ReadLines(Path.Combine(RepositoryFolder.ReferenceData, "aws-taggable-types.txt")).Skip(1));
        File.Copy(Path.Combine(RepositoryFolder.ReferenceData, "aws-taggable-nonstandard.txt"), Path.Combine(lists, "aws-taggable-nonstandard.txt"));

        var problems = Derivation.Run(RepositoryFolder.SchemaPath, lists, RepositoryFolder.Root, _target);

        Assert.Equal(["aws-taggable-types.txt does not list aws:accessanalyzer/analyzer:Analyzer"], problems);
        Assert.False(File.Exists(Path.Combine(_target, Derivation.SdkSchemaFile)));
    }

    /// <summary>The packed file is compared unpacked: another zlib may pack the same text differently.</summary>
    private static byte[] Content(string root, string file)
    {
        using var stream = File.OpenRead(Path.Combine(root, file));
        using var content = new MemoryStream();
        using Stream unpacked = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        unpacked.CopyTo(content);
        return content.ToArray();
    }

    private static void SkipWithoutReferenceData() =>
        Skip.IfNot(File.Exists(RepositoryFolder.SchemaPath), "../shared/data is not beside this clone, so there is nothing to derive from.");
}
