using FinOps.Core.Problems;
using FinOps.LocalAws.Faults;

namespace FinOps.LocalAws.Tests.Faults;

public sealed class FaultFileTests
{
    [Fact]
    public void Parse_Faults_HaveWhatTheySay()
    {
        var faults = FaultFile.Parse("""
            version: 1
            faults:
              - { service: ce, operation: Get*, account: '111122223333', region: us-*, from: 2, times: 3, error: LimitExceededException, status: 429, message: slow down }
              - { delayMs: 50, perSecond: 15 }
              - { drop: true }
            """, "faults.yaml");

        Assert.Equal(
        [
            new Fault { Service = "ce", Operation = "Get*", Account = "111122223333", Region = "us-*", From = 2, Times = 3, Error = "LimitExceededException", Status = 429, Message = "slow down" },
            new Fault { Delay = TimeSpan.FromMilliseconds(50), PerSecond = 15 },
            new Fault { Drop = true },
        ], faults);
    }

    [Fact]
    public void Parse_Mistakes_AreAllTold()
    {
        var refused = Assert.Throws<ProblemException>(() => FaultFile.Parse("""
            version: 2
            faults:
              - { service: ce }
              - { error: X, drop: true, form: 2 }
              - { drop: true, status: 500 }
              - { error: X, times: 0, status: 200, delayMs: -1 }
              - nothing
            """, "faults.yaml"));

        Assert.Equal(
            ["1:10 version", "3:5 faults[0]", "4:29 faults[1].form", "4:5 faults[1]", "5:5 faults[2]", "6:24 faults[3].times", "6:35 faults[3].status", "6:49 faults[3].delayMs", "7:5 faults[4]"],
            refused.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Load_NoSuchFile_IsToldWithItsId() =>
        Assert.Equal("FIN4005", Assert.Single(Assert.Throws<ProblemException>(() => FaultFile.Load("no-such-faults.yaml")).Problems).Id);
}
