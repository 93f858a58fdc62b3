using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>The definitions of cost categories, by ARN, in the shape in which the API tells them.</summary>
internal static class CategoryStore
{
    private const string Collection = "ce.cost-categories";

    public static IReadOnlyList<JsonObject> Definitions(StoreSession session) => [.. session.List(Collection).Select(item => item.Value)];

    public static IEnumerable<CostCategory> All(StoreSession session) => Definitions(session).Select(CategoryReader.Read);

    public static JsonObject? Find(StoreSession session, string arn) => session.Get(Collection, arn);

    /// <exception cref="Wire.AwsError">ResourceNotFoundException.</exception>
    public static JsonObject Get(StoreSession session, string arn) => Find(session, arn)
        ?? throw CostExplorerErrors.ResourceNotFound(arn, $"No Cost Categories found with ID {arn}");

    public static void Put(StoreSession session, JsonObject definition) =>
        session.Put(Collection, definition["CostCategoryArn"]!.GetValue<string>(), definition);

    public static void Delete(StoreSession session, string arn) => session.Delete(Collection, arn);
}
