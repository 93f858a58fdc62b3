using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>Makes cost categories out of stored definitions.</summary>
internal static class CategoryReader
{
    /// <param name="definition">Has been validated by <see cref="CategoryInput"/>.</param>
    public static CostCategory Read(JsonObject definition) => new(
        definition["Name"]!.GetValue<string>(),
        ApiTime.DayOf(definition["EffectiveStart"]!.GetValue<string>()),
        [.. definition["Rules"]!.AsArray().Select(rule => Rule(rule!.AsObject()))],
        definition["DefaultValue"]?.GetValue<string>() ?? "");

    private static CategoryRule Rule(JsonObject json) => json["InheritedValue"] switch
    {
        JsonObject inherited when inherited["DimensionName"]?.GetValue<string>() == "TAG" =>
            new CategoryRule.FromTag(inherited["DimensionKey"]!.GetValue<string>()),
        JsonObject => new CategoryRule.FromAccountName(),
        _ => new CategoryRule.Regular(
            json["Value"]!.GetValue<string>(), new ExpressionParser(ExpressionGrammar.CategoryRule).Parse(json["Rule"]!.AsObject())),
    };
}
