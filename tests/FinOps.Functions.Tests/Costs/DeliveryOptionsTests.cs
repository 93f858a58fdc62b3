using FinOps.Core.Problems;
using FinOps.Functions.Delivery;

namespace FinOps.Functions.Tests.Costs;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void FromEnvironment_AllSet_ReadsThem()
    {
        var options = Read(("FINOPS_REPORT_BUCKET", "reports"), ("FINOPS_REPORT_FROM", "finops@example.com"), ("FINOPS_REPORT_TO", " a@example.com, b@example.com "), ("FINOPS_REPORT_CONFIGURATION_SET", "finops-dev-reports"));

        Assert.Equal(("reports", "finops@example.com"), (options.Bucket, options.From));
        Assert.Equal(["a@example.com", "b@example.com"], options.To);
        Assert.Equal("finops-dev-reports", options.ConfigurationSet);
    }

    [Fact]
    public void FromEnvironment_Nothing_DeliversNowhere()
    {
        var options = Read();

        Assert.Null(options.Bucket);
        Assert.Null(options.From);
        Assert.Empty(options.To);
        Assert.Null(options.ConfigurationSet);
    }

    [Fact]
    public void FromEnvironment_SeveralMistakes_TellsAll()
    {
        var failure = Assert.Throws<ProblemException>(() => Read(
            ("FINOPS_REPORT_FROM", "finops@example.com\r\nBcc: x@example.com"), ("FINOPS_REPORT_TO", "nobody, Someone <b@example.com>"), ("FINOPS_REPORT_CONFIGURATION_SET", "no spaces")));

        Assert.Equal(4, failure.Problems.Count);
        Assert.All(failure.Problems, problem => Assert.Equal("FIN5003", problem.Id));
    }

    [Theory]
    [InlineData("FINOPS_REPORT_FROM", "FINOPS_REPORT_TO")]
    [InlineData("FINOPS_REPORT_TO", "FINOPS_REPORT_FROM")]
    public void FromEnvironment_OneOfThePair_NamesTheOther(string set, string missing) =>
        Assert.Equal(missing, Assert.Single(Assert.Throws<ProblemException>(() => Read((set, "a@example.com"))).Problems).Path);

    private static DeliveryOptions Read(params (string Name, string Value)[] variables) =>
        DeliveryOptions.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
