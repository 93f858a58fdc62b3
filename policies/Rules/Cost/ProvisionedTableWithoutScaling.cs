using System.Collections.Immutable;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST009: a table with provisioned capacity scales it.</summary>
public sealed class ProvisionedTableWithoutScaling : StackRule
{
    private const string Table = "aws:dynamodb/table:Table";
    private const string Target = "aws:appautoscaling/target:Target";

    public override string Id => "COST009";

    public override string Name => "provisioned-table-without-scaling";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "DynamoDB tables are on demand or scale their capacity";

    public override string Why => "Provisioned capacity is paid by the hour, used or not. Sized for the peak and never scaled, most of it is idle; a table that says nothing is provisioned.";

    public override string Fix => "Set billingMode to PAY_PER_REQUEST, or add appautoscaling targets for its read and write capacity.";

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("On demand", [new ExampleResource("orders", Table, PropertyMap.Of(("billingMode", "PAY_PER_REQUEST")))]),
            new RuleExample("Scaled",
            [
                new ExampleResource("orders", Table, PropertyMap.Of(("billingMode", "PROVISIONED"), ("readCapacity", 5))),
                new ExampleResource("reads", Target, PropertyMap.Of(("resourceId", PropertyValue.Unknown))) { From = ImmutableDictionary<string, string>.Empty.Add("resourceId", "orders") },
            ]),
            new RuleExample("Scaled by name",
            [
                new ExampleResource("orders", Table, PropertyMap.Of(("name", "orders"))),
                new ExampleResource("reads", Target, PropertyMap.Of(("resourceId", "table/orders"))),
            ]),
        ],
        Bad:
        [
            new RuleExample("Provisioned and fixed", [new ExampleResource("orders", Table, PropertyMap.Of(("billingMode", "PROVISIONED"), ("readCapacity", 100)))]),
            new RuleExample("Nothing said", [new ExampleResource("orders", Table, PropertyMap.Of(("hashKey", "id")))]),
        ]);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        var targets = args.OfType(Target).ToList();
        var scaled = StackGraph.Used(targets);
        var names = targets.Select(target => target.Properties["resourceId"]).Where(id => id is { Exists: true, IsUnknown: false }).Select(id => id.AsString()).ToHashSet();
        foreach (var table in args.OfType(Table).Where(table => table.Properties["billingMode"].AsString() != "PAY_PER_REQUEST" && !scaled.Contains(table)))
        {
            var name = table.Properties["name"];
            if (name is not { Exists: true, IsUnknown: false } || !names.Contains($"table/{name.AsString()}"))
            {
                report(new Finding($"table '{table.Name}' has provisioned capacity that nothing scales; set billingMode to PAY_PER_REQUEST.", "not scaled", table));
            }
        }
    }
}
