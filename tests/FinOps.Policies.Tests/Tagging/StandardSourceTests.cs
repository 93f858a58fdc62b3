using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;

namespace FinOps.Policies.Tests.Tagging;

public sealed class StandardSourceTests
{
    [Fact]
    public void Locate_BelowTheRepository_FindsTheStandardOfTheRoot() =>
        Assert.Equal(Repository.At("tag-standard.yaml"), StandardSource.Find(Repository.At("policies"), _ => null));

    [Fact]
    public void Locate_NoFileAbove_TakesTheBuiltInOne() =>
        Assert.Equal("tag-standard.yaml (built in)", PackFiles.Locate(Path.GetPathRoot(AppContext.BaseDirectory)!, _ => null).Standard.Default.Source);

    [Fact]
    public void Locate_Variable_ComesFirst()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "given-standard.yaml");
        File.WriteAllText(path, "version: 1\nkeys: { Given: {} }");

        Assert.Equal("Given", PackFiles.Locate(Repository.At("policies"), name => name == StandardSource.Variable ? path : null).Standard.Default.Keys[0].Name);
    }

    [Fact]
    public void BuiltIn_IsTheStandardOfTheRepository() =>
        Assert.Equal(File.ReadAllText(Repository.At("tag-standard.yaml")), Policies.Tagging.Resources.Text("tag-standard.yaml"));
}
