using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>What a cost budget has spent and is forecast to spend, out of the synthetic bill.</summary>
internal sealed class BudgetSpend(LocalAwsEnvironment environment)
{
    /// <summary>The day that is today for the bill.</summary>
    public DateOnly Today => environment.Organization.Options.AsOf;

    /// <summary>
    /// Adds CalculatedSpend to a COST budget. Other types have no figure here, so they get none rather than a zero;
    /// a filter that Cost Explorer refuses makes the budget UNHEALTHY, as at AWS.
    /// </summary>
    public void AddTo(JsonObject budget, DateTimeOffset now)
    {
        if ((string?)budget["BudgetType"] != "COST" || environment.CostTotals is not { } totals)
            return;
        try
        {
            var period = BudgetPeriod.Containing((string)budget["TimeUnit"]!, Today, budget["TimePeriod"] as JsonObject);
            var (metric, filter) = BudgetFilter.Of(budget);
            // The bill ends the day before today; the current day itself counts only as forecast.
            var until = Today < period.End ? Today : period.End;
            var actual = until > period.Start ? totals.Total(period.Start, until, metric, filter) : 0m;
            var spend = new JsonObject { ["ActualSpend"] = Spend(actual) };
            // Costs that are too young to be forecast have none, as at AWS.
            if (totals.Forecast(period.Start, period.End, metric, filter) is { } forecast)
                spend["ForecastedSpend"] = Spend(forecast);
            budget["CalculatedSpend"] = spend;
            budget["HealthStatus"] = new JsonObject { ["Status"] = "HEALTHY", ["LastUpdatedTime"] = now.ToUnixTimeSeconds() };
        }
        catch (AwsError)
        {
            budget["HealthStatus"] = new JsonObject
            {
                ["Status"] = "UNHEALTHY",
                ["StatusReason"] = "FILTER_INVALID",
                ["LastUpdatedTime"] = now.ToUnixTimeSeconds(),
            };
        }
    }

    private static JsonObject Spend(decimal amount) => new()
    {
        ["Amount"] = Math.Round(amount, 3, MidpointRounding.ToEven).ToString("0.0##", CultureInfo.InvariantCulture),
        ["Unit"] = "USD",
    };
}
