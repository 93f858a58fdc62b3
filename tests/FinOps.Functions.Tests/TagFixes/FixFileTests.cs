using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Problems;
using FinOps.Functions.TagFixes;

namespace FinOps.Functions.Tests.TagFixes;

public sealed class FixFileTests
{
    private static readonly string[] Pieces = ["=1+1", "'", "\"", ",", "\r\n", "\n", "\r", " ", "\t", "a", "é", "\u202E", "日", "-", "@", "+", "|", "''", "\"\"", ";", "%"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_WhatWasWritten_IsTheSameLetterForLetter(int seed)
    {
        var random = new Random(seed);
        var fixes = Enumerable.Range(0, 30).Select(number => Fix(number, Text(1) + "k", Text(0), Text(1) + "n", Text(0))).ToList();

        Assert.Equal(fixes, FixFile.Read(FixFile.Write(fixes), "fixes.csv"));
        Assert.Equal(fixes, FixFile.Read("\uFEFF" + FixFile.Write(fixes), "fixes.csv"));

        string Text(int least) => string.Concat(Enumerable.Range(0, least + random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    [Fact]
    public void Write_Formulas_AreNoneToASpreadsheet()
    {
        var row = FixFile.Write([Fix(1, "=cmd", "+1", "Team", "@x")]).Split("\r\n")[1];

        Assert.Equal("arn:aws:ec2:eu-west-1:100000000001:instance/i-1,100000000001,eu-west-1,\"'=cmd\",\"'+1\",Team,\"'@x\",why", row);
    }

    [Fact]
    public void Read_ManyMistakes_TellsAllOfThemAtOnce()
    {
        var file = """
            arn,account,region,key now,value now,key proposed,value proposed,why
            i-1,100000000001,eu-west-1,team,x,Team,x,why
            arn:aws:ec2:eu-west-1:1:instance/i-2,1,eu-west-1,team,x,Team,x,why
            arn:aws:ec2:eu-west-1:100000000001:instance/i-3,100000000001,EU WEST,team,x,aws:Team,x,why
            arn:aws:ec2:eu-west-1:100000000001:instance/i-4,100000000001,eu-west-1,team,x,team,x,why
            arn:aws:ec2:eu-west-1:100000000001:instance/i-5,100000000001,eu-west-1,team,x

            arn:aws:ec2:eu-west-1:100000000001:instance/i-6,100000000001,eu-west-1,team,x,Team,x,why
            arn:aws:ec2:eu-west-1:100000000001:instance/i-6,100000000001,eu-west-1,team,x,Team,y,why
            """;

        var problems = Assert.Throws<ProblemException>(() => FixFile.Read(file, "fixes.csv")).Problems;

        Assert.All(problems, problem => Assert.Equal("FIN5080", problem.Id));
        Assert.Equal(
            ["line 2, arn", "line 3, account", "line 4, region", "line 4, key proposed", "line 5, value proposed", "line 6, columns", "line 9, key now"],
            problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn,account\r\n")]
    [InlineData("PK\u0003\u0004 not a text at all")]
    public void Read_SomethingElse_IsTold(string text) =>
        Assert.Contains(Assert.Throws<ProblemException>(() => FixFile.Read(text, "fixes.csv")).Problems, problem => problem is { Id: "FIN5080", Path: "line 1, header" });

    [Fact]
    public void Load_NoSuchFile_IsTold() =>
        Assert.Equal("FIN5082", Assert.Throws<ProblemException>(() => FixFile.Load(Path.Combine(Path.GetTempPath(), "no such folder", "fixes.csv"))).Problems[0].Id);

    internal static TagFix Fix(int number, string key, string value, string newKey, string newValue) =>
        new($"arn:aws:ec2:eu-west-1:100000000001:instance/i-{number}", "100000000001", "eu-west-1", key, value, newKey, newValue, "why");
}
