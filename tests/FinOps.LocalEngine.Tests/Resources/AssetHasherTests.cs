using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Resources;

public sealed class AssetHasherTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("assets-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void EmptyText_HasTheHashOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ((AssetValue)Fill(new AssetValue("", null, null))).Hash);

    [Fact]
    public void TextAndFileOfTheSameBytes_AreEqual()
    {
        Write("a.txt", "hello");

        Assert.Equal(Fill(new AssetValue("hello", null, null)), Fill(new AssetValue(null, "a.txt", null)));
    }

    [Fact]
    public void Folder_CountsByPathsAndBytesOnly()
    {
        Write("one/x/a.txt", "a");
        Write("one/b.txt", "b");
        Write("two/b.txt", "b");
        Write("two/x/a.txt", "a");
        Write("three/b.txt", "b");
        Write("three/x/a.txt", "changed");
        File.SetLastWriteTimeUtc(Path.Combine(_directory.FullName, "two/b.txt"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(Hash("one"), Hash("two"));
        Assert.NotEqual(Hash("one"), Hash("three"));
    }

    [Fact]
    public void ArchiveOfAssets_ChangesWithAnyOfThem()
    {
        string? Of(string text) => ((ArchiveValue)Fill(new ArchiveValue(PropertyMap.Of(("a", new AssetValue(text, null, null))), null, null))).Hash;

        Assert.Equal(Of("x"), Of("x"));
        Assert.NotEqual(Of("x"), Of("y"));
    }

    [Fact]
    public void FileThatIsNotThere_IsRefused() =>
        Assert.Equal("FIN3032", Assert.Throws<EngineException>(() => Fill(new AssetValue(null, "no.txt", null))).Problems.Single().Id);

    private PropertyValue Fill(PropertyValue value) => new AssetHasher(_directory.FullName).Fill(PropertyMap.Of(("v", value)))["v"];

    private string? Hash(string folder) => ((ArchiveValue)Fill(new ArchiveValue(null, folder, null))).Hash;

    private void Write(string file, string text)
    {
        var path = Path.Combine(_directory.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
