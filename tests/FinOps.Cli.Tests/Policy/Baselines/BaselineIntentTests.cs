using FinOps.Cli.Policy.Baselines;
using FinOps.Core.Problems;

namespace FinOps.Cli.Tests.Policy.Baselines;

/// <summary>Which options go together; the command's own test has those that do not.</summary>
public sealed class BaselineIntentTests
{
    [Fact]
    public void Verify_PruneAlone_IsFine() => new BaselineIntent(Prune: true).Verify();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Verify_EmptyReason_IsRefused(string reason) =>
        Assert.Contains("an empty --reason", Assert.Throws<ProblemException>(new BaselineIntent(AcceptNew: true, Reason: reason).Verify).Message, StringComparison.Ordinal);
}
