using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>Validates an anomaly subscription as a whole, after a create or an update has put it together.</summary>
internal static partial class SubscriptionInput
{
    private const decimal MaximumThreshold = 10_000_000_000;

    public static IReadOnlyList<string> Frequencies { get; } = ["DAILY", "IMMEDIATE", "WEEKLY"];

    /// <exception cref="Wire.AwsError">ValidationException.</exception>
    public static void Validate(RequestInput subscription)
    {
        subscription.RequiredText("SubscriptionName", min: 1, max: 1024);
        var frequency = subscription.Choice("Frequency", Frequencies, required: true);
        var monitors = subscription.Texts("MonitorArnList", required: true);
        var threshold = subscription.Number("Threshold");
        var subscribers = subscription.Objects("Subscribers", required: true)
            .Select(subscriber => (
                Type: subscriber.Choice("Type", ["EMAIL", "SNS"], required: true),
                Address: subscriber.RequiredText("Address", min: 6, max: 302, pattern: Address())))
            .ToList();
        subscription.Check();

        if (monitors.Count == 0)
            throw CostExplorerErrors.Validation("MonitorArnList must name at least one monitor.");
        if (subscribers.Count == 0)
            throw CostExplorerErrors.Validation("Subscribers must name at least one subscriber.");
        var needed = frequency == "IMMEDIATE" ? "SNS" : "EMAIL";
        if (subscribers.Any(subscriber => subscriber.Type != needed))
            throw CostExplorerErrors.Validation($"{frequency} frequency only supports subscribers of type {needed}.");
        if (subscribers.Any(subscriber => subscriber.Address.StartsWith("arn:", StringComparison.Ordinal) != (subscriber.Type == "SNS")))
            throw CostExplorerErrors.Validation("The address of an SNS subscriber is a topic ARN; that of an EMAIL subscriber is an e-mail address.");
        CheckThreshold(threshold, subscription.Object("ThresholdExpression")?.Json);
    }

    private static void CheckThreshold(decimal? threshold, JsonObject? expression)
    {
        if (threshold is null == expression is null)
            throw CostExplorerErrors.Validation("Exactly one of Threshold and ThresholdExpression is required.");
        if (threshold < 0)
            throw CostExplorerErrors.Validation("Threshold must be 0 or greater.");
        if (expression is null)
            return;
        foreach (var leaf in new ExpressionParser(ExpressionGrammar.Threshold).Parse(expression).Leaves())
        {
            if (leaf.Match != MatchKind.GreaterThanOrEqual)
                throw CostExplorerErrors.Validation($"Dimension {leaf.Key} needs the match option GREATER_THAN_OR_EQUAL.");
            if (leaf.Values.Count != 1 || !decimal.TryParse(leaf.Values[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                || value > MaximumThreshold)
                throw CostExplorerErrors.Validation($"Dimension {leaf.Key} needs one number from 0 to {MaximumThreshold}.");
        }
    }

    [GeneratedRegex(@"(^[a-zA-Z0-9.!#$%&'*+=?^_‘{|}~-]+@[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)+$)|(^arn:(aws[a-zA-Z-]*):sns:[a-zA-Z0-9-]+:[0-9]{12}:[a-zA-Z0-9_-]+(\.fifo)?$)")]
    private static partial Regex Address();
}
