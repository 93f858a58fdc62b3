using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class AnomalyTests : IDisposable
{
    private const string Recently = """ "DateInterval":{"StartDate":"2026-11-01"} """;
    private readonly CostExplorerBench _bench = new();

    [Fact]
    public void GetAnomalies_NoMonitor_FindsNone() => Assert.Empty(Anomalies());

    [Fact]
    public void GetAnomalies_ServiceMonitor_FindsBothSeededOnes()
    {
        var arn = CreateMonitor();

        var anomalies = Anomalies();

        Assert.Equal(["AmazonCloudWatch", "AWS Lambda"], anomalies.Select(anomaly => anomaly["DimensionValue"]!.GetValue<string>()));
        Assert.All(anomalies, anomaly => Assert.Equal(arn, anomaly["MonitorArn"]!.GetValue<string>()));
        var step = anomalies[0]["Impact"]!;
        Assert.Equal(
            step["TotalActualSpend"]!.GetValue<decimal>() - step["TotalExpectedSpend"]!.GetValue<decimal>(), step["TotalImpact"]!.GetValue<decimal>());
        Assert.Equal("payments-ledger-prod", anomalies[0]["RootCauses"]![0]!["LinkedAccountName"]!.GetValue<string>());
        Assert.Equal("2026-11-15T00:00:00Z", anomalies[1]["AnomalyEndDate"]!.GetValue<string>());
    }

    [Fact]
    public void GetAnomalies_Filters_LeaveOutWhatDoesNotFit()
    {
        CreateMonitor();

        Assert.Single(Anomalies(""","TotalImpact":{"NumericOperator":"GREATER_THAN","StartValue":1000}"""));
        Assert.Empty(Anomalies(""","Feedback":"YES" """));
        Assert.Empty(Anomalies(interval: """ "DateInterval":{"StartDate":"2026-11-01","EndDate":"2026-11-10"} """));
        Assert.Empty(Anomalies(""","MonitorArn":"arn:aws:ce::1:anomalymonitor/none" """));
    }

    [Fact]
    public void GetAnomalies_CustomMonitorOfOneAccount_FindsOnlyItsAnomaly()
    {
        var account = _bench.Organization.Anomalies[1].Account.Id;
        _bench.Call("CreateAnomalyMonitor", $$"""
            {"AnomalyMonitor":{"MonitorName":"search","MonitorType":"CUSTOM","MonitorSpecification":{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["{{account}}"]} } } }
            """);

        var anomaly = Assert.Single(Anomalies());

        Assert.Null(anomaly["DimensionValue"]);
        Assert.Equal("AWS Lambda", anomaly["RootCauses"]![0]!["Service"]!.GetValue<string>());
    }

    [Fact]
    public void ProvideFeedback_KnownAnomaly_IsTold()
    {
        CreateMonitor();
        var id = Anomalies()[0]["AnomalyId"]!.GetValue<string>();

        _bench.Call("ProvideAnomalyFeedback", $$"""{"AnomalyId":"{{id}}","Feedback":"PLANNED_ACTIVITY"}""");

        Assert.Single(Anomalies(""","Feedback":"PLANNED_ACTIVITY" """));
    }

    [Fact]
    public void Monitors_CreateSecondForServices_IsOverTheLimit()
    {
        CreateMonitor();

        Assert.Equal("LimitExceededException", _bench.Refused("CreateAnomalyMonitor", MonitorInput("again")).Code);
    }

    [Fact]
    public void Monitors_UpdateGetDelete_FollowTheArn()
    {
        var arn = CreateMonitor();
        _bench.Call("UpdateAnomalyMonitor", $$"""{"MonitorArn":"{{arn}}","MonitorName":"renamed"}""");

        var monitor = Assert.Single(_bench.Call("GetAnomalyMonitors", $$"""{"MonitorArnList":["{{arn}}"]}""")["AnomalyMonitors"]!.AsArray())!;

        Assert.Equal("renamed", monitor["MonitorName"]!.GetValue<string>());
        Assert.True(monitor["DimensionalValueCount"]!.GetValue<int>() > 10);
        _bench.Call("DeleteAnomalyMonitor", $$"""{"MonitorArn":"{{arn}}"}""");
        Assert.Equal("UnknownMonitorException", _bench.Refused("GetAnomalyMonitors", $$"""{"MonitorArnList":["{{arn}}"]}""").Code);
        Assert.Equal("UnknownMonitorException", _bench.Refused("DeleteAnomalyMonitor", $$"""{"MonitorArn":"{{arn}}"}""").Code);
    }

    [Theory]
    [InlineData("""{"MonitorName":"m","MonitorType":"DIMENSIONAL"}""")]
    [InlineData("""{"MonitorName":"m","MonitorType":"CUSTOM"}""")]
    [InlineData("""{"MonitorName":"m","MonitorType":"DIMENSIONAL","MonitorDimension":"TAG"}""")]
    [InlineData("""{"MonitorName":"m","MonitorType":"DIMENSIONAL","MonitorDimension":"REGION"}""")]
    [InlineData("""{"MonitorType":"DIMENSIONAL","MonitorDimension":"SERVICE"}""")]
    public void Monitors_BadInput_IsRefused(string monitor) =>
        Assert.Equal("ValidationException", _bench.Refused("CreateAnomalyMonitor", $$"""{"AnomalyMonitor":{{monitor}}}""").Code);

    [Fact]
    public void Subscriptions_Lifecycle_GoesWithItsMonitor()
    {
        var monitor = CreateMonitor();
        var arn = _bench.Call("CreateAnomalySubscription", SubscriptionInput(monitor))["SubscriptionArn"]!.GetValue<string>();
        _bench.Call("UpdateAnomalySubscription", $$"""{"SubscriptionArn":"{{arn}}","Frequency":"WEEKLY","Threshold":50}""");

        var subscription = Assert.Single(_bench.Call("GetAnomalySubscriptions", $$"""{"MonitorArn":"{{monitor}}"}""")["AnomalySubscriptions"]!.AsArray())!;

        Assert.Equal("WEEKLY", subscription["Frequency"]!.GetValue<string>());
        Assert.Null(subscription["ThresholdExpression"]);
        Assert.Equal(_bench.Payer, subscription["AccountId"]!.GetValue<string>());
        _bench.Call("DeleteAnomalyMonitor", $$"""{"MonitorArn":"{{monitor}}"}""");
        Assert.Equal("UnknownSubscriptionException", _bench.Refused("DeleteAnomalySubscription", $$"""{"SubscriptionArn":"{{arn}}"}""").Code);
    }

    [Theory]
    [InlineData("\"DAILY\"", "\"IMMEDIATE\"")]
    [InlineData("GREATER_THAN_OR_EQUAL", "EQUALS")]
    [InlineData("[\"100\"]", "[\"much\"]")]
    [InlineData("a@example.com", "somebody")]
    [InlineData("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "SERVICE")]
    [InlineData("\"Frequency\"", "\"Threshold\":5,\"Frequency\"")]
    public void Subscriptions_BadInput_IsRefused(string part, string replacement)
    {
        var input = SubscriptionInput(CreateMonitor()).Replace(part, replacement, StringComparison.Ordinal);

        Assert.Equal("ValidationException", _bench.Refused("CreateAnomalySubscription", input).Code);
    }

    [Fact]
    public void Subscriptions_UnknownMonitor_IsRefused() => Assert.Equal(
        "UnknownMonitorException", _bench.Refused("CreateAnomalySubscription", SubscriptionInput("arn:aws:ce::123456789012:anomalymonitor/none")).Code);

    public void Dispose() => _bench.Dispose();

    private string CreateMonitor() => _bench.Call("CreateAnomalyMonitor", MonitorInput("services"))["MonitorArn"]!.GetValue<string>();

    private static string MonitorInput(string name) =>
        $$"""{"AnomalyMonitor":{"MonitorName":"{{name}}","MonitorType":"DIMENSIONAL","MonitorDimension":"SERVICE"} }""";

    private static string SubscriptionInput(string monitor) => $$"""
        {"AnomalySubscription":{"SubscriptionName":"daily","MonitorArnList":["{{monitor}}"],"Frequency":"DAILY","Subscribers":[{"Type":"EMAIL","Address":"a@example.com"}],
         "ThresholdExpression":{"Dimensions":{"Key":"ANOMALY_TOTAL_IMPACT_ABSOLUTE","Values":["100"],"MatchOptions":["GREATER_THAN_OR_EQUAL"]} } } }
        """;

    private List<JsonObject> Anomalies(string more = "", string interval = Recently) =>
        [.. _bench.Call("GetAnomalies", $"{{{interval}{more}}}")["Anomalies"]!.AsArray().Select(anomaly => anomaly!.AsObject())];
}
