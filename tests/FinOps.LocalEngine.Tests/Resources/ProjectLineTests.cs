using FinOps.LocalEngine.Resources;

namespace FinOps.LocalEngine.Tests.Resources;

public sealed class ProjectLineTests
{
    [Fact]
    public void ToString_OfAFileInTheProject_IsReadBack()
    {
        var line = ProjectLine.FromFile("file:///work%20of/shop/infra/A%23b%20%C3%BC.cs", 12, 5, "/work of/shop");

        Assert.Equal(new ProjectLine("infra/A#b ü.cs", 12, 5), line);
        Assert.Equal("project:///infra/A%23b%20%C3%BC.cs#12,5", line!.ToString());
        Assert.Equal(line, ProjectLine.Parse(line.ToString()));
    }

    [Theory]
    [InlineData("file:///elsewhere/lib/A.cs", 3)]
    [InlineData("https://example.com/A.cs", 3)]
    [InlineData("A.cs", 3)]
    [InlineData("file:///shop/A.cs", 0)]
    public void FromFile_WhatIsNoLineOfTheProject_IsNull(string uri, int line) => Assert.Null(ProjectLine.FromFile(uri, line, 1, "/shop"));

    [Theory]
    [InlineData("")]
    [InlineData("project:///A.cs")]
    [InlineData("project:///A.cs#x")]
    [InlineData("project:///A%00.cs#3")]
    [InlineData("project:///#3")]
    [InlineData("file:///A.cs#3")]
    public void Parse_AnyOtherText_IsNull(string text) => Assert.Null(ProjectLine.Parse(text));

    [Fact]
    public void FromFile_OfAReproducibleBuild_IsFoundBelowTheProjectOrAboveIt()
    {
        var root = Directory.CreateTempSubdirectory("project-line-");
        try
        {
            var project = root.CreateSubdirectory("samples/shop").FullName;
            File.WriteAllText(Path.Combine(project, "Program.cs"), "");

            Assert.Equal(new ProjectLine("Program.cs", 3, 0), ProjectLine.FromFile("file:///_/samples/shop/Program.cs", 3, 0, project));
            Assert.Null(ProjectLine.FromFile("file:///_/samples/other/Program.cs", 3, 0, project));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
