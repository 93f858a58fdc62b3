using FinOps.Core.Tagging;
using Pulumi;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace FinOps.Infra.Allocation;

/// <summary>
/// What turns tags into owners in the bill: the standard's cost allocation tags are activated, and the cost category Team
/// puts every cost under its team or under "Unallocated".
/// </summary>
public sealed class CostAllocation : ComponentResource
{
    public const string Unallocated = "Unallocated";

    /// <param name="owner">The standard's allocation key; its values become the values of the cost category.</param>
    public CostAllocation(string name, TagStandard standard, TagKeyRule owner, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:allocation:CostAllocation", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        foreach (var key in standard.CostAllocationKeys)
        {
            _ = new CostAllocationTag(key, new CostAllocationTagArgs { TagKey = key, Status = "Active" }, parent);
        }

        var category = new CostCategoryArgs
        {
            Name = owner.Name,
            RuleVersion = "CostCategoryExpression.v1",
            DefaultValue = Unallocated,
            Tags = tags,
        };
        // The first rule that matches wins, so the order is the standard's and stays as it is written there.
        foreach (var value in owner.Values)
        {
            category.Rules.Add(new CostCategoryRuleArgs
            {
                Type = "REGULAR",
                Value = value,
                Rule = new CostCategoryRuleRuleArgs
                {
                    Tags = new CostCategoryRuleRuleTagsArgs { Key = owner.Name, MatchOptions = { "EQUALS" }, Values = { value } },
                },
            });
        }

        _ = new CostCategory("team", category, parent);
        RegisterOutputs();
    }
}
