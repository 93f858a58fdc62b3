using System.Globalization;
using FinOps.Core.Costs.Categories;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace FinOps.Infra.Allocation;

/// <summary>A planned cost category as the provider takes it; the order of the rules is their precedence.</summary>
internal static class CategoryInputs
{
    public static CostCategoryArgs Of(CategoryPlan plan, Dictionary<string, string> tags)
    {
        var inputs = new CostCategoryArgs
        {
            Name = plan.Name,
            RuleVersion = "CostCategoryExpression.v1",
            DefaultValue = plan.DefaultValue,
            Rules = plan.Rules.Select(Rule).ToList(),
            Tags = tags,
        };
        if (plan.Splits.Count > 0)
        {
            inputs.SplitChargeRules = plan.Splits.Select(Split).ToList();
        }

        if (plan.EffectiveStart is { } start)
        {
            inputs.EffectiveStart = start.FirstDay.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        }

        return inputs;
    }

    private static CostCategoryRuleArgs Rule(CategoryRule rule) => rule switch
    {
        CategoryRule.ByTag tag => Regular(tag.Value, new CostCategoryRuleRuleArgs
        {
            Tags = new CostCategoryRuleRuleTagsArgs { Key = tag.Key, MatchOptions = { "EQUALS" }, Values = tag.Spellings.ToList() },
        }),
        CategoryRule.ByAccount account => Regular(account.Value, new CostCategoryRuleRuleArgs
        {
            Dimension = new CostCategoryRuleRuleDimensionArgs { Key = "LINKED_ACCOUNT", MatchOptions = { "EQUALS" }, Values = account.AccountIds.ToList() },
        }),
        CategoryRule.FromTag tag => Inherited(new CostCategoryRuleInheritedValueArgs { DimensionName = "TAG", DimensionKey = tag.Key }),
        CategoryRule.FromAccountName => Inherited(new CostCategoryRuleInheritedValueArgs { DimensionName = "LINKED_ACCOUNT_NAME" }),
        _ => throw new InvalidOperationException($"Unknown rule {rule.GetType().Name}."),
    };

    private static CostCategoryRuleArgs Regular(string value, CostCategoryRuleRuleArgs rule) => new() { Type = "REGULAR", Value = value, Rule = rule };

    private static CostCategoryRuleArgs Inherited(CostCategoryRuleInheritedValueArgs value) => new() { Type = "INHERITED_VALUE", InheritedValue = value };

    private static CostCategorySplitChargeRuleArgs Split(SplitCharge split)
    {
        var inputs = new CostCategorySplitChargeRuleArgs { Source = split.Source, Method = split.Method.ToString().ToUpperInvariant(), Targets = split.Targets.ToList() };
        if (split.Percentages.Count > 0)
        {
            inputs.Parameters.Add(new CostCategorySplitChargeRuleParameterArgs
            {
                Type = "ALLOCATION_PERCENTAGES",
                Values = split.Percentages.Select(share => share.ToString(CultureInfo.InvariantCulture)).ToList(),
            });
        }

        return inputs;
    }
}
