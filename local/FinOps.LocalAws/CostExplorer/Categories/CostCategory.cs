namespace FinOps.LocalAws.CostExplorer.Categories;

/// <summary>
/// A cost category in effect: its rules are tried in order, the first match wins. Split charges are no part of it: AWS keeps them with the
/// definition and shows split costs on the category's page only, while the amounts of every cost query stay unsplit.
/// </summary>
/// <param name="EffectiveFrom">Rows of earlier days have no value.</param>
/// <param name="Default">Value of rows that no rule matches; empty when there is none.</param>
internal sealed record CostCategory(string Name, DateOnly EffectiveFrom, IReadOnlyList<CategoryRule> Rules, string Default);
