using System.Text.RegularExpressions;

namespace House.Tests;

public sealed partial class HouseStyleTests
{
    private const int MaxBytes = 12 * 1024;

    [Fact]
    public void SourceFiles_Over12KB_SayWhyAtTheirTop()
    {
        var offenders = RepositoryRoot.SourceFiles(".cs", ".razor")
            .Where(file => new FileInfo(file).Length > MaxBytes)
            .Where(file => !File.ReadLines(file).First().StartsWith("// Long because", StringComparison.Ordinal))
            .Select(file => $"{RepositoryRoot.Relative(file)}: {new FileInfo(file).Length} bytes; split it by aspect, or begin it with '// Long because ...'");

        Assert.Empty(offenders);
    }

    [Fact]
    public void ErrorIds_InTheSources_EachHaveAPage()
    {
        var used = RepositoryRoot.SourceFiles(".cs", ".razor", ".targets")
            .Where(file => !RepositoryRoot.Relative(file).StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => ErrorId().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct();
        var missing = used.Where(id => !File.Exists(Path.Combine(RepositoryRoot.Path, "docs", "errors", id + ".md"))).Order();

        Assert.Empty(missing);
    }

    [Fact]
    public void ErrorPages_EachBelongToAnIdInUse()
    {
        var sources = string.Concat(RepositoryRoot.SourceFiles(".cs", ".razor", ".targets").Select(File.ReadAllText));
        var orphans = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs", "errors"), "FIN*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(id => !sources.Contains(id!, StringComparison.Ordinal));

        Assert.Empty(orphans);
    }

    [Fact]
    public void Links_InTheDocuments_PointToFilesThatExist()
    {
        var documents = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RepositoryRoot.Path, "README.md"));
        var broken = from document in documents
                     from Match link in Link().Matches(File.ReadAllText(document))
                     let target = link.Groups[1].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                     where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
                     select $"{RepositoryRoot.Relative(document)} -> {target}";

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\bFIN[1-9]\d{3}\b")]
    private static partial Regex ErrorId();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
