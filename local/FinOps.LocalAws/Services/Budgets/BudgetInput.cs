using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Checks a Budget structure as AWS does and completes it with AWS's defaults.</summary>
internal static partial class BudgetInput
{
    private static readonly string[] Types =
        ["USAGE", "COST", "RI_UTILIZATION", "RI_COVERAGE", "SAVINGS_PLANS_UTILIZATION", "SAVINGS_PLANS_COVERAGE"];

    private static readonly string[] IncludedByDefault =
        ["IncludeTax", "IncludeSubscription", "IncludeRefund", "IncludeCredit", "IncludeUpfront", "IncludeRecurring", "IncludeOtherSubscription", "IncludeSupport", "IncludeDiscount"];

    // AWS's own end for a budget without one: 2087-06-15.
    private const long OpenEnd = 3_706_473_600;

    public static JsonObject Read(JsonInput budget, DateOnly today)
    {
        var name = Name(budget);
        var unit = budget.OneOf("TimeUnit", "DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY", "CUSTOM");
        var type = budget.OneOf("BudgetType", Types);
        CheckLimits(budget, type);
        var (start, end) = Period(budget, unit, today);
        var read = (JsonObject)budget.Body.DeepClone();
        read.Remove("CalculatedSpend");
        read["BudgetName"] = name;
        read["TimePeriod"] = new JsonObject { ["Start"] = start, ["End"] = end };
        if (budget.Has("FilterExpression") || budget.Has("Metrics"))
            CheckExpression(budget);
        else
        {
            read["CostFilters"] ??= new JsonObject();
            foreach (var (filter, values) in read["CostFilters"]!.AsObject())
                if (values is not JsonArray { Count: > 0 })
                    throw BudgetsErrors.Invalid($"CostFilters.{filter} must have at least one value.");
            if (type is "COST" or "USAGE")
                read["CostTypes"] = CostTypes(budget.OptionalObject("CostTypes"));
        }
        return read;
    }

    public static string Name(JsonInput input)
    {
        var name = input.Required("BudgetName", 100);
        return NamePattern().IsMatch(name) && !name.Contains("/action/", StringComparison.Ordinal)
            ? name
            : throw input.Fault("BudgetName", @"Member must not contain ':', '\' or '/action/'");
    }

    private static void CheckLimits(JsonInput budget, string type)
    {
        var given = (string[])[.. ((string[])["BudgetLimit", "PlannedBudgetLimits", "AutoAdjustData"]).Where(budget.Has)];
        if (given.Length == 0)
            throw BudgetsErrors.Invalid("A budget needs one of BudgetLimit, PlannedBudgetLimits and AutoAdjustData.");
        if (budget.Has("PlannedBudgetLimits") && given.Length > 1)
            throw BudgetsErrors.Invalid("PlannedBudgetLimits cannot stand beside BudgetLimit or AutoAdjustData.");
        if (budget.OptionalObject("BudgetLimit") is { } limit)
            CheckSpend(limit, type);
        if (budget.OptionalObject("PlannedBudgetLimits") is { } planned)
            foreach (var period in planned.Body.Select(pair => pair.Key))
                CheckSpend(planned.Object(period), type);
        budget.OptionalObject("AutoAdjustData")?.OneOf("AutoAdjustType", "HISTORICAL", "FORECAST");
    }

    private static void CheckSpend(JsonInput spend, string type)
    {
        var (amount, unit) = (spend.Required("Amount"), spend.Required("Unit"));
        if (!AmountPattern().IsMatch(amount))
            throw spend.Fault("Amount", "Member must satisfy regular expression pattern: ([0-9]*\\.)?[0-9]+");
        if (type == "COST" && unit != "USD")
            throw BudgetsErrors.Invalid($"The unit of a cost budget is USD, not {unit}.");
        if (type is not ("COST" or "USAGE") && unit != "PERCENTAGE")
            throw BudgetsErrors.Invalid($"The unit of a {type} budget is PERCENTAGE, not {unit}.");
    }

    private static void CheckExpression(JsonInput budget)
    {
        if (budget.Has("CostFilters") || budget.Has("CostTypes"))
            throw BudgetsErrors.Invalid("FilterExpression and Metrics cannot stand beside CostFilters and CostTypes.");
        if (budget.Strings("Metrics").Count != 1)
            throw BudgetsErrors.Invalid("Metrics must have exactly one metric.");
        budget.OptionalObject("FilterExpression");
    }

    private static (long Start, long End) Period(JsonInput budget, string unit, DateOnly today)
    {
        var given = budget.OptionalObject("TimePeriod");
        var start = Seconds(given, "Start") ?? BudgetPeriod.Containing(unit, today, null).StartSeconds;
        var end = Seconds(given, "End") ?? OpenEnd;
        if (unit == "CUSTOM" && !(given?.Has("Start") == true && given.Has("End")))
            throw BudgetsErrors.Invalid("A CUSTOM budget needs TimePeriod with Start and End.");
        return start < end ? (start, end) : throw BudgetsErrors.Invalid("TimePeriod.Start must be before TimePeriod.End.");
    }

    private static long? Seconds(JsonInput? period, string name) => period?.OptionalDecimal(name) is { } seconds ? (long)seconds : null;

    private static JsonObject CostTypes(JsonInput? given)
    {
        var types = new JsonObject { ["UseBlended"] = given?.Flag("UseBlended") ?? false, ["UseAmortized"] = given?.Flag("UseAmortized") ?? false };
        foreach (var name in IncludedByDefault)
            types[name] = given?.Flag(name, fallback: true) ?? true;
        return (bool)types["UseBlended"]! && (bool)types["UseAmortized"]!
            ? throw BudgetsErrors.Invalid("UseBlended and UseAmortized cannot both be true.")
            : types;
    }

    [GeneratedRegex(@"^[^:\\]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^([0-9]*\.)?[0-9]+\z")]
    private static partial Regex AmountPattern();
}
