using System.Globalization;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;

namespace FinOps.Functions.Responder.Alerts;

/// <summary>
/// Reads what AWS Budgets writes to a topic:
/// <code>
/// AWS Budget Notification November 22, 2026
/// AWS Account 111122223333
/// ...
/// Budget Name: finops-team-payments
/// Budget Type: Cost
/// Budgeted Amount: $100.00
/// Alert Type: ACTUAL
/// Alert Threshold: &gt; $80.00
/// ACTUAL Amount: $85.25
/// </code>
/// Each of these lines once, in this order. Notifications of actions have the first one and lines about the action.
/// </summary>
internal static partial class BudgetText
{
    // AWS's limit for the name of a budget, and enough for all that stands behind the other names.
    private const int LongestName = 100;
    private const int LongestValue = 200;
    private const int MostDetails = 10;

    private const string Name = "Budget Name";

    private static readonly string[] Fields = [Name, "Budget Type", "Budgeted Amount", "Alert Type", "Alert Threshold"];

    public static Alert Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (!lines.Exists(line => line.StartsWith("AWS Budget", StringComparison.Ordinal)))
            return new UnparsedAlert("neither a notification of AWS Budgets nor one of Cost Anomaly Detection");
        var fields = lines.Select(line => Field().Match(line)).Where(match => match.Success)
            .Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value.Trim())).ToList();
        if (fields.Count(field => field.Key == Name) != 1 || fields.Find(field => field.Key == Name).Value is not { Length: > 0 and <= LongestName } budget)
            return new UnparsedAlert($"a notification of AWS Budgets without one line {Name}");
        if (fields.Exists(field => field.Value.Length > LongestValue))
            return new UnparsedAlert($"a line of more than {LongestValue} characters");
        var names = fields.Select(field => field.Key).ToList();
        if (names.Exists(name => name.StartsWith("Action", StringComparison.Ordinal) || name.EndsWith("Action", StringComparison.Ordinal)))
            return new BudgetActionAlert(budget, [.. fields.Where(field => field.Key != Name).Take(MostDetails)]);
        return names.Count == Fields.Length + 1 && names.Take(Fields.Length).SequenceEqual(Fields) && Threshold(fields, budget) is { } alert
            ? alert
            : new UnparsedAlert("a notification of AWS Budgets with other lines than known");
    }

    private static BudgetAlert? Threshold(List<KeyValuePair<string, string>> fields, string budget)
    {
        var (type, amount) = (fields[3].Value, fields[^1]);
        return type is "ACTUAL" or "FORECASTED" && amount.Key == $"{type} Amount"
            ? new BudgetAlert(budget, fields[1].Value, type == "FORECASTED", fields[4].Value, Amount(fields[2].Value), fields[2].Value, Amount(amount.Value), amount.Value)
            : null;
    }

    /// <summary>$1,234.56, or 1,234.56 EUR; percentages and hours are no money.</summary>
    private static Money? Amount(string text) =>
        Dollars().Match(text) is { Success: true } dollars && Number(dollars) is { } usd ? Money.Usd(usd)
        : Currency().Match(text) is { Success: true } other && Number(other) is { } amount ? new Money(amount, other.Groups["currency"].Value)
        : null;

    private static decimal? Number(Match match) =>
        decimal.TryParse(match.Groups["sign"].Value + match.Groups["number"].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z ]{0,40}): (?<value>.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<sign>-?)\$(?<number>\d[\d,]{0,20}(\.\d{1,12})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();

    [GeneratedRegex(@"^(?<sign>-?)(?<number>\d[\d,]{0,20}(\.\d{1,12})?) (?<currency>[A-Z]{3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();
}
