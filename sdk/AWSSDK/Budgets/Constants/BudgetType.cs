using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<BudgetType>))]
public class BudgetType(string value) : ConstantClass(value), IConstant<BudgetType>
{
    public static readonly BudgetType USAGE = new("USAGE");
    public static readonly BudgetType COST = new("COST");
    public static readonly BudgetType RI_UTILIZATION = new("RI_UTILIZATION");
    public static readonly BudgetType RI_COVERAGE = new("RI_COVERAGE");
    public static readonly BudgetType SAVINGS_PLANS_UTILIZATION = new("SAVINGS_PLANS_UTILIZATION");
    public static readonly BudgetType SAVINGS_PLANS_COVERAGE = new("SAVINGS_PLANS_COVERAGE");

    public static BudgetType FindValue(string value) => new(value);

    static BudgetType IConstant<BudgetType>.Of(string value) => new(value);

    public static implicit operator BudgetType(string value) => value is null ? null! : new(value);
}
