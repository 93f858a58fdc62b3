using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Functions.Responder.Alerts;

namespace FinOps.Functions.Tests.Responder;

public sealed class AlertReaderTests
{
    [Fact]
    public void Read_BudgetNotification_HasItsFigures()
    {
        var alert = Assert.IsType<BudgetAlert>(Read(Notifications.Budget("finops-team-payments", amount: "$1,123.45")));

        Assert.Equal("finops-team-payments", alert.BudgetName);
        Assert.Equal(Money.Usd(1_123.45m), alert.Amount);
        Assert.Equal(Money.Usd(100), alert.Budgeted);
        Assert.Equal("> $80.00", alert.Threshold);
        Assert.False(alert.OnForecast);
    }

    [Fact]
    public void Read_ForecastInAnotherCurrencyWithWindowsLineEnds_IsReadToo()
    {
        var alert = Assert.IsType<BudgetAlert>(Read(Notifications.Budget("all", "FORECASTED", "1,000.00 EUR", "> 80.00 EUR", "1,200.50 EUR").ReplaceLineEndings("\r\n")));

        Assert.True(alert.OnForecast);
        Assert.Equal(new Money(1_200.50m, "EUR"), alert.Amount);
    }

    [Fact]
    public void Read_UtilizationBudget_HasNoMoney()
    {
        var alert = Assert.IsType<BudgetAlert>(Read(Notifications.Budget("plans", budgeted: "100%", threshold: "< 80%", amount: "61.5%")));

        Assert.Null(alert.Amount);
        Assert.Equal("61.5%", alert.AmountText);
    }

    [Fact]
    public void Read_NotificationOfAnAction_NamesTheBudgetAndKeepsTheRest()
    {
        var alert = Assert.IsType<BudgetActionAlert>(Read("AWS Budgets Notification\n\nBudget Name: sandbox\nAction Type: APPLY_SCP_POLICY\nAction Status: PENDING\n"));

        Assert.Equal("sandbox", alert.BudgetName);
        Assert.Equal(["APPLY_SCP_POLICY", "PENDING"], alert.Details.Select(detail => detail.Value));
    }

    [Fact]
    public void Read_Anomaly_HasImpactAndCauses()
    {
        var alert = Assert.IsType<AnomalyAlert>(Read(Notifications.Anomaly(("111122223333", 900m), ("444455556666", 101.25m))));

        Assert.Equal(Money.Usd(1_001.25m), alert.Impact);
        Assert.Equal(3.3375m, alert.ImpactShare);
        Assert.Equal([Money.Usd(900), Money.Usd(101.25m)], alert.RootCauses.Select(cause => cause.Contribution!.Value));
        Assert.Equal("console.aws.amazon.com", alert.Details!.Host);
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("http://console.aws.amazon.com/x")]
    [InlineData("https://console.aws.amazon.com.evil.example/x")]
    [InlineData("https://a@console.aws.amazon.com/x")]
    [InlineData("javascript:alert(1)")]
    public void Read_AnomalyWithALinkElsewhere_DropsTheLink(string link) =>
        Assert.Null(Assert.IsType<AnomalyAlert>(Read($$"""{"anomalyId":"a","impact":{"totalImpact":1},"anomalyDetailsLink":"{{link}}"}""")).Details);

    public static TheoryData<string> Strangers =>
    [
        "",
        "hello",
        "{",
        "{}",
        "[1,2]",
        """{"anomalyId":7,"impact":{"totalImpact":1}}""",
        """{"anomalyId":"a","impact":{"totalImpact":"1"}}""",
        """{"anomalyId":"a","impact":{"totalImpact":1e999}}""",
        """{"anomalyId":"a","impact":[]}""",
        Notifications.Budget("two") + "\nBudget Name: three",
        Notifications.Budget(new string('x', 101)),
        Notifications.Budget("x").Replace("Alert Type: ACTUAL", "Alert Type: GUESSED", StringComparison.Ordinal),
        Notifications.Budget("x").Replace("Budget Type: Cost\n", "", StringComparison.Ordinal),
        Notifications.Budget("x") + "\nInjected Line: something",
        "AWS Budget Notification\nBudget Name: x",
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Read_AnythingElse_IsUnparsedAndSaysWhy(string text) => Assert.NotEmpty(Assert.IsType<UnparsedAlert>(Read(text)).Why);

    [Fact]
    public void SnsEvent_RecordsOfOtherShapes_AreAlertsAllTheSame()
    {
        var alerts = SnsEvent.Read(Encoding.UTF8.GetBytes("""{"Records":[{"Sns":{"Message":"m","MessageId":"../../x"}},{"other":1},5]}"""), DateTimeOffset.UnixEpoch);

        Assert.Equal(["m", """{"other":1}""", "5"], alerts.Select(alert => alert.Message));
        Assert.All(alerts, alert => Assert.Matches("^[0-9a-f]{32}$", alert.MessageId));
        Assert.Equal(3, alerts.Select(alert => alert.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("[]")]
    public void SnsEvent_NoEventOfSns_IsAProblem(string payload) =>
        Assert.Equal("FIN5003", Assert.Throws<ProblemException>(() => SnsEvent.Read(Encoding.UTF8.GetBytes(payload), DateTimeOffset.UnixEpoch)).Problems[0].Id);

    private static Alert Read(string message) => AlertReader.Read(new SnsAlert("id", null, DateTimeOffset.UnixEpoch, "", message));
}
