using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>Reads and validates the definition part that create and update share.</summary>
internal static partial class CategoryInput
{
    private const int MaximumRules = 500;
    private const int MaximumSplits = 10;
    private const int MaximumBackdatedMonths = 12;

    public static string Name(RequestInput input) => input.RequiredText("Name", min: 1, max: 50, pattern: NameText());

    /// <summary>The definition without ARN and name.</summary>
    public static JsonObject Read(RequestInput input, DateOnly today)
    {
        var version = input.Choice("RuleVersion", ["CostCategoryExpression.v1"], required: true);
        var rules = input.Objects("Rules", required: true, min: 1, max: MaximumRules);
        var splits = input.Objects("SplitChargeRules", min: 1, max: MaximumSplits);
        var fallback = input.Text("DefaultValue", min: 1, max: 50, pattern: NameText());
        var start = input.Text("EffectiveStart", min: 20, max: 25);
        foreach (var rule in rules)
            ReadRule(rule);
        input.Check();
        foreach (var rule in rules)
            CheckRule(rule);
        foreach (var split in splits)
            CheckSplit(split);
        CheckSources(splits);
        var definition = new JsonObject
        {
            ["EffectiveStart"] = ApiTime.Of(EffectiveStart(start, today)),
            ["RuleVersion"] = version,
            ["Rules"] = input.Json["Rules"]!.DeepClone(),
        };
        if (fallback is not null)
            definition["DefaultValue"] = fallback;
        if (splits.Count > 0)
            definition["SplitChargeRules"] = input.Json["SplitChargeRules"]!.DeepClone();
        return definition;
    }

    private static void ReadRule(RequestInput rule)
    {
        rule.Choice("Type", ["REGULAR", "INHERITED_VALUE"]);
        rule.Text("Value", min: 1, max: 50, pattern: NameText());
        if (rule.Object("InheritedValue") is { } inherited)
        {
            inherited.Choice("DimensionName", ["LINKED_ACCOUNT_NAME", "TAG"], required: true);
            inherited.Text("DimensionKey", max: 1024);
        }
    }

    private static void CheckRule(RequestInput rule)
    {
        var isInherited = rule.Text("Type") == "INHERITED_VALUE" || (rule.Text("Type") is null && rule.Object("InheritedValue") is not null);
        if (!isInherited)
        {
            if (rule.Text("Value") is null || rule.Object("Rule") is null || rule.Object("InheritedValue") is not null)
                throw CostExplorerErrors.Validation("A rule of type REGULAR needs Value and Rule, and no InheritedValue.");
            new ExpressionParser(ExpressionGrammar.CategoryRule).Parse(rule.Object("Rule")!.Json);
            return;
        }
        if (rule.Object("InheritedValue") is not { } inherited || rule.Text("Value") is not null || rule.Object("Rule") is not null)
            throw CostExplorerErrors.Validation("A rule of type INHERITED_VALUE needs InheritedValue, and neither Value nor Rule.");
        if (inherited.Text("DimensionName") == "TAG" != inherited.Text("DimensionKey") is { Length: > 0 })
            throw CostExplorerErrors.Validation("DimensionKey is required when DimensionName is TAG, and only then.");
    }

    private static void CheckSplit(RequestInput split)
    {
        var source = split.RequiredText("Source");
        var targets = split.Texts("Targets", required: true, min: 1, max: 500);
        var method = split.Choice("Method", ["FIXED", "PROPORTIONAL", "EVEN"], required: true);
        var parameters = split.Objects("Parameters", min: 1, max: 10);
        split.Check();
        if (targets.Contains(source) || targets.Distinct().Count() < targets.Count)
            throw CostExplorerErrors.Validation($"Split charge targets must be distinct and cannot contain the source '{source}'.");
        if (method == "FIXED" != parameters.Count > 0)
            throw CostExplorerErrors.Validation("Split charge parameters are required for the method FIXED, and only then.");
        foreach (var parameter in parameters)
        {
            parameter.Choice("Type", ["ALLOCATION_PERCENTAGES"], required: true);
            var shares = parameter.Texts("Values", required: true, min: 1, max: 500).Select(Percentage).ToList();
            parameter.Check();
            if (shares.Count != targets.Count || shares.Sum() != 100)
                throw CostExplorerErrors.Validation("Allocation percentages must be one for each target and add up to 100.");
        }
    }

    // "A cost category value can be used as a source only once", and never as a target too (Billing user guide, split charges).
    private static void CheckSources(IReadOnlyList<RequestInput> splits)
    {
        var sources = splits.Select(split => split.RequiredText("Source")).ToList();
        if (sources.Distinct().Count() < sources.Count)
            throw CostExplorerErrors.Validation("A value can be the source of one split charge rule only.");
        if (splits.SelectMany(split => split.Texts("Targets")).FirstOrDefault(sources.Contains) is { } both)
            throw CostExplorerErrors.Validation($"The value '{both}' cannot be both a source and a target of split charge rules.");
    }

    private static decimal Percentage(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var share)
            ? share
            : throw CostExplorerErrors.Validation($"Allocation percentage '{text}' is not a number.");

    private static DateOnly EffectiveStart(string? text, DateOnly today)
    {
        var current = BillingMonth.Containing(today);
        if (text is null)
            return current.FirstDay;
        var instant = ApiTime.Parse(text);
        var month = BillingMonth.Containing(instant);
        if (instant.UtcDateTime != month.FirstDay.ToDateTime(TimeOnly.MinValue) || month > current || current.MonthsSince(month) > MaximumBackdatedMonths)
            throw CostExplorerErrors.Validation($"EffectiveStart must be the first day of a month at 00:00:00 UTC, not in the future and at most {MaximumBackdatedMonths} months ago.");
        return month.FirstDay;
    }

    [GeneratedRegex(@"^(?! )[\p{L}\p{N}\p{Z}\-_]*(?<! )$")]
    private static partial Regex NameText();
}
