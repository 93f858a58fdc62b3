using FinOps.Core.Costs;
using FinOps.Functions.Chat;
using FinOps.Functions.Rendering;
using FinOps.Functions.Responder.Alerts;
using FinOps.Functions.Responder.Gathering;

namespace FinOps.Functions.Responder;

/// <summary>What an owner is told of an alert.</summary>
internal static class AlertMessages
{
    private const int Shown = 5;

    private static readonly Uri Budgets = new("https://console.aws.amazon.com/costmanagement/home#/budgets");
    private static readonly ChatLink CostExplorer = new("Cost Explorer", new Uri("https://console.aws.amazon.com/costmanagement/home#/cost-explorer"));

    /// <param name="report">The latest cost report; null without one.</param>
    public static ChatMessage For(AlertFacts facts, Owner owner, Uri? report)
    {
        var message = facts.Alert switch
        {
            BudgetAlert budget => Budget(budget, facts),
            BudgetActionAlert action => Action(action, facts),
            AnomalyAlert anomaly => Anomaly(anomaly, facts.CausesByOwner.GetValueOrDefault(owner.Name) ?? []),
            var other => Unparsed((UnparsedAlert)other, facts.Sns),
        };
        return message with
        {
            Facts = [.. message.Facts, new ChatFact("Owner", $"{owner.Name} ({owner.Why})")],
            Sections = facts.NotSeen.Count == 0 ? message.Sections : [.. message.Sections, new ChatSection("What could not be seen", [.. facts.NotSeen.Select(spot => $"{spot.What}: {spot.Why} {spot.NextStep}")])],
            Links = report is null ? message.Links : [.. message.Links, new ChatLink("Latest cost report", report)],
            Footer = $"Notification {facts.Sns.MessageId} of {Figures.Instant(facts.Sns.At)}",
        };
    }

    private static ChatMessage Budget(BudgetAlert alert, AlertFacts facts)
    {
        var budget = facts.Budget;
        var limit = budget?.Limit ?? alert.Budgeted;
        var spent = alert is { OnForecast: false, Amount: { } actual } ? actual : budget?.Actual;
        var forecast = alert is { OnForecast: true, Amount: { } foreseen } ? foreseen : budget?.Forecast;
        var over = (alert.OnForecast ? forecast : spent) is { } reached && limit is { } most && reached.Currency == most.Currency && reached > most;
        return new ChatMessage(
            over ? alert.OnForecast ? ChatTone.Warning : ChatTone.Alarm : ChatTone.Warning,
            $"Budget {alert.BudgetName}: {(alert.OnForecast ? "forecast" : "spent")} {Of(alert.Amount, alert.AmountText)} of {Of(limit, alert.BudgetedText)}",
            $"The {(alert.OnForecast ? "forecast" : "spend")} passed the alert's threshold ({alert.Threshold}).")
        {
            Facts =
            [
                new ChatFact("Spent", WithShare(spent, limit)),
                new ChatFact("Limit", Of(limit, alert.BudgetedText) + (budget is { Period.Length: > 0 } ? $", {budget.Period.ToLowerInvariant()}" : "")),
                new ChatFact("Forecast", WithShare(forecast, limit)),
            ],
            Sections = [.. Approvals(facts), .. Drivers(facts.Drivers)],
            Links = [BudgetLink(alert.BudgetName), CostExplorer],
        };
    }

    private static ChatMessage Action(BudgetActionAlert alert, AlertFacts facts) => new(
        facts.Pending.Count > 0 ? ChatTone.Alarm : ChatTone.Warning,
        $"Budget {alert.BudgetName}: {(facts.Pending.Count > 0 ? "an action waits for approval" : "something happened to an action")}",
        "AWS Budgets tells of an action of this budget. Nothing was approved by this message's sender.")
    {
        Facts = [new ChatFact("Spent", WithShare(facts.Budget?.Actual, facts.Budget?.Limit)), .. alert.Details.Take(ChatLimits.Facts - 2).Select(detail => new ChatFact(detail.Key, detail.Value))],
        Sections = [.. Approvals(facts), .. Drivers(facts.Drivers)],
        Links = [BudgetLink(alert.BudgetName), CostExplorer],
    };

    private static ChatMessage Anomaly(AnomalyAlert alert, IReadOnlyList<RootCause> causes) => new(
        ChatTone.Warning,
        $"Cost anomaly: {Figures.Change(alert.Impact)}{(alert.What.Length > 0 ? $" in {alert.What}" : "")}",
        $"Cost Anomaly Detection found more cost than it expected{(alert.ImpactShare is { } share ? $" ({Figures.SignedPercent(share)})" : "")}.")
    {
        Facts =
        [
            new ChatFact("Spent", alert.Actual is { } actual ? Figures.Money(actual) : Figures.None),
            new ChatFact("Expected", alert.Expected is { } expected ? Figures.Money(expected) : Figures.None),
            new ChatFact("Days", alert.End is { Length: > 0 } end && end != alert.Start ? $"{Day(alert.Start)} to {Day(end)}" : $"since {Day(alert.Start)}"),
            new ChatFact("Monitor", alert.Monitor),
        ],
        Sections = causes.Count == 0 ? [] : [new ChatSection("Root causes", [.. causes.OrderByDescending(cause => cause.Contribution?.Amount ?? 0).Select(Cause)])],
        Links = [new ChatLink("The anomaly", alert.Details ?? new Uri("https://console.aws.amazon.com/costmanagement/home#/anomaly-detection/overview")), CostExplorer],
    };

    private static ChatMessage Unparsed(UnparsedAlert alert, SnsAlert sns) => new(
        ChatTone.Warning,
        sns.Subject.Length > 0 ? $"Unparsed alert: {sns.Subject}" : "Unparsed alert",
        $"A notification came that could not be read ({alert.Why}). This is what it says:")
    {
        Verbatim = sns.Message,
        Links = [new ChatLink("Budgets", Budgets), CostExplorer],
    };

    private static IEnumerable<ChatSection> Approvals(AlertFacts facts) => facts.Pending.Count == 0 ? [] :
    [
        new ChatSection("Waiting for approval", [.. facts.Pending.Select(action =>
            $"{BudgetActions.Describe(action)}: {BudgetActions.ApproveCommand(action.BudgetName ?? "", action.ActionId ?? "")}")]),
    ];

    private static IEnumerable<ChatSection> Drivers(CostDrivers? drivers)
    {
        if (drivers is null || drivers.Total.IsZero)
            yield break;
        foreach (var (title, rows) in new[] { ("Top services", drivers.Services), ("Top accounts", drivers.Accounts) })
        {
            List<string> lines = [.. rows.Take(Shown).Select(row => $"{row.Name}: {Figures.Money(row.Amount)} ({Figures.Percent(row.Amount.ShareOf(drivers.Total))})")];
            if (rows.Count > Shown)
                lines.Add($"{rows.Count - Shown} others: {Figures.Money(Money.Sum(rows.Skip(Shown).Select(row => row.Amount), drivers.Total.Currency))}");
            yield return new ChatSection($"{title}, {Figures.Days(drivers.Days)}", lines);
        }
    }

    private static string Cause(RootCause cause)
    {
        var where = string.Join(", ", new[] { cause.Service, cause.UsageType, cause.Region, cause.AccountName.Length > 0 ? $"{cause.AccountName} ({cause.Account})" : cause.Account ?? "" }.Where(part => part.Length > 0));
        return cause.Contribution is { } contribution ? $"{where}: {Figures.Change(contribution)}" : where;
    }

    private static ChatLink BudgetLink(string name) => new("The budget", new Uri($"{Budgets}/details?name={Uri.EscapeDataString(name)}"));

    private static string Of(Money? amount, string otherwise) => amount is { } money ? Figures.Money(money) : otherwise;

    private static string WithShare(Money? amount, Money? limit) => amount is not { } money ? Figures.None
        : limit is { } most && most.Currency == money.Currency && money.ShareOf(most) is { } share ? $"{Figures.Money(money)} ({Figures.Percent(share)} of the limit)"
        : Figures.Money(money);

    private static string Day(string instant) => instant.Length >= 10 ? instant[..10] : instant;
}
