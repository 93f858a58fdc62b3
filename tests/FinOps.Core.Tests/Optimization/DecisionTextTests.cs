using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Problems;

namespace FinOps.Core.Tests.Optimization;

public sealed class DecisionTextTests
{
    private static readonly Decision New = new("0123456789ab", DecisionKind.Snooze, "it's \"late\": #1 {x}", "payments@example.com", new DateOnly(2026, 4, 1), 0);

    [Theory]
    [InlineData(null)]
    [InlineData("version: 1\n")]
    [InlineData("# above\nversion: 1 # here\ndecisions: [] # none yet\n# below\n")]
    [InlineData("version: 1\ndecisions:\n")]
    [InlineData("decisions:\n- { id: 'ffffffffffff', decision: dismiss, reason: r, by: b, until: 2026-05-01 } # why\nversion: 1\n")]
    [InlineData("version: 1\r\ndecisions:\r\n    # first\r\n    - id: 'ffffffffffff'\r\n      decision: dismiss\r\n      reason: r\r\n      by: b\r\n      until: 2026-05-01\r\n")]
    public void Add_KeepsEverythingElse_AndIsReadBack(string? text)
    {
        var after = DecisionText.Add(text, New, "d.yaml");

        Assert.Contains(DecisionList.Parse(after, "d.yaml").Decisions, decision => decision with { Line = 0 } == New);
        foreach (var comment in (text ?? "").Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)).Select(line => line[line.IndexOf('#', StringComparison.Ordinal)..].TrimEnd('\r')))
            Assert.Contains(comment, after, StringComparison.Ordinal);
        Assert.Equal(text?.Contains("\r\n", StringComparison.Ordinal) == true, after.Contains("\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("version: 1\ndecisions: [{ id: 'ffffffffffff', decision: dismiss, reason: r, by: b, until: 2026-05-01 }]\n")]
    [InlineData("version: 1\ndecisions:\n- { id: '0123456789ab', decision: dismiss, reason: r, by: b, until: 2026-05-01 }\n")]
    [InlineData("version: 1\ndecisions: nonsense\n")]
    public void Add_WhereItCannot_LeavesTheFileAndSaysWhy(string text) => Assert.NotEmpty(Assert.Throws<ProblemException>(() => DecisionText.Add(text, New, "d.yaml")).Problems);

    [Fact]
    public void Add_BadId_IsRefused() => Assert.Throws<ProblemException>(() => DecisionText.Add(null, New with { Option = "everything" }, "d.yaml"));
}
