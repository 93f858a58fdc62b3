using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Tags;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>Create, update, delete, describe and list cost categories. Rules take effect at once (AWS takes up to a day).</summary>
internal sealed class CategoryOperations(CostExplorerState state)
{
    private const int MaximumCategories = 50;
    private const int DefaultPageSize = 100;

    public JsonObject Create(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost categories");
        var name = CategoryInput.Name(call.Input);
        var tags = ResourceTags.Read(call.Input);
        var definition = CategoryInput.Read(call.Input, state.Today);
        return state.Store.Write(session =>
        {
            var existing = CategoryStore.Definitions(session);
            if (existing.Any(other => Text(other, "Name") == name))
                throw CostExplorerErrors.Validation($"Failed to create Cost Category: Cost Category name '{name}' already exists.");
            if (existing.Count >= MaximumCategories)
                throw CostExplorerErrors.ServiceQuotaExceeded($"A management account can have no more than {MaximumCategories} cost categories.");
            var arn = state.NewArn("costcategory");
            Save(session, definition, arn, name);
            ResourceTags.Set(session, arn, tags);
            return Reference(definition);
        });
    }

    public JsonObject Update(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost categories");
        var arn = Arn(call);
        var definition = CategoryInput.Read(call.Input, state.Today);
        return state.Store.Write(session =>
        {
            Save(session, definition, arn, Text(CategoryStore.Get(session, arn), "Name"));
            return Reference(definition);
        });
    }

    public JsonObject Delete(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost categories");
        var arn = Arn(call);
        call.Input.Check();
        return state.Store.Write(session =>
        {
            CategoryStore.Get(session, arn);
            CategoryStore.Delete(session, arn);
            ResourceTags.Forget(session, arn);
            return new JsonObject { ["CostCategoryArn"] = arn, ["EffectiveEnd"] = ApiTime.Of(BillingMonth.Containing(state.Today).FirstDay) };
        });
    }

    public JsonObject Describe(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost categories");
        var arn = Arn(call);
        var effectiveOn = call.Input.Text("EffectiveOn", min: 20, max: 25);
        call.Input.Check();
        var definition = state.Store.Read(session => CategoryStore.Get(session, arn));
        if (effectiveOn is not null && ApiTime.Parse(effectiveOn) < ApiTime.Parse(Text(definition, "EffectiveStart")))
            throw CostExplorerErrors.ResourceNotFound(arn, $"No Cost Categories found with ID {arn} effective on {effectiveOn}");
        definition["ProcessingStatus"] = Applied();
        return new JsonObject { ["CostCategory"] = definition };
    }

    public JsonObject List(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost categories");
        var size = call.Input.Integer("MaxResults", min: 1, max: 100) ?? DefaultPageSize;
        var effectiveOn = call.Input.Text("EffectiveOn", min: 20, max: 25);
        call.Input.Check();
        var view = state.View(call.Context);
        var definitions = state.Store.Read(CategoryStore.Definitions)
            .Where(definition => effectiveOn is null || ApiTime.Parse(effectiveOn) >= ApiTime.Parse(Text(definition, "EffectiveStart")))
            .OrderBy(definition => Text(definition, "Name"), StringComparer.Ordinal).ToList();
        var page = Page<JsonObject>.Of(definitions, size, "ListCostCategoryDefinitions", call.Json, "NextToken");
        var output = new JsonObject { ["CostCategoryReferences"] = new JsonArray([.. page.Items.Select(definition => Summary(definition, view))]) };
        page.WriteToken(output, "NextToken");
        return output;
    }

    private static void Save(StoreSession session, JsonObject definition, string arn, string name)
    {
        definition["CostCategoryArn"] = arn;
        definition["Name"] = name;
        if (CategoryReader.Read(definition).Rules.OfType<CategoryRule.Regular>().SelectMany(rule => rule.Expression.Leaves())
            .Any(leaf => leaf.Kind == LeafKind.CostCategory && leaf.Key == name))
            throw CostExplorerErrors.Validation($"Cost category '{name}' cannot refer to itself.");
        CategoryStore.Put(session, definition);
    }

    private JsonObject Summary(JsonObject definition, CostView view)
    {
        var summary = Reference(definition);
        summary["Name"] = Text(definition, "Name");
        summary["NumberOfRules"] = definition["Rules"]!.AsArray().Count;
        summary["ProcessingStatus"] = Applied();
        summary["Values"] = new JsonArray([.. Values(Text(definition, "Name"), view).Select(value => JsonValue.Create(value))]);
        if (definition["DefaultValue"] is { } fallback)
            summary["DefaultValue"] = fallback.DeepClone();
        return summary;
    }

    private IEnumerable<string> Values(string name, CostView view)
    {
        var grouping = new CostGrouping(LeafKind.CostCategory, name);
        var days = view.Categories[name] is { EffectiveFrom: var from } && from > view.Table.Days.Start && from < view.Table.Days.End
            ? new DateRange(from, view.Table.Days.End)
            : view.Table.Days;
        return CostEvaluator.Evaluate(new CostQuery([days], [], Filter: null, [grouping]), view).Groups
            .Select(group => group.Keys[0][(name.Length + 1)..]).Where(value => value.Length > 0);
    }

    private static JsonObject Reference(JsonObject definition) => new()
    {
        ["CostCategoryArn"] = Text(definition, "CostCategoryArn"),
        ["EffectiveStart"] = Text(definition, "EffectiveStart"),
    };

    private static JsonArray Applied() => [new JsonObject { ["Component"] = "COST_EXPLORER", ["Status"] = "APPLIED" }];

    private static string Arn(CostExplorerCall call) => call.Input.RequiredText("CostCategoryArn", min: 20, max: 2048);

    private static string Text(JsonObject definition, string member) => definition[member]!.GetValue<string>();
}
