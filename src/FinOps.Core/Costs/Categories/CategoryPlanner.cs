using FinOps.Core.Problems;

namespace FinOps.Core.Costs.Categories;

/// <summary>
/// Turns wishes into cost categories. Order of the rules: listed tag values, then the account map, then inheritance; so a tag on the
/// resource outweighs where it runs, and every cost has one value.
/// </summary>
public static class CategoryPlanner
{
    /// <param name="current">The month of today; a category may begin up to twelve months before it.</param>
    /// <param name="file">The file that problems name.</param>
    /// <exception cref="ProblemException">Every mistake in all wishes at once (FIN2080 to FIN2084).</exception>
    public static IReadOnlyList<CategoryPlan> Plan(IReadOnlyList<CategoryWish> wishes, BillingMonth current, string file)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        var problems = CategoryChecks.Of(wishes, current, file).ToList();
        var plans = wishes.Select(Plan).ToList();
        problems.AddRange(wishes.Zip(plans).Where(pair => pair.Second.Rules.Count is 0 or > CategoryLimits.Rules).Select(pair => new Problem(
            CategoryChecks.TooMuch, file, pair.First.Path, $"{pair.Second.Rules.Count} rules", $"1 to {CategoryLimits.Rules} rules in a category",
            "Give it values or accounts; where there are too many, let the rest be inherited from the tag.")));
        return problems.Count == 0 ? plans : throw new ProblemException(problems);
    }

    private static CategoryPlan Plan(CategoryWish wish)
    {
        var values = wish.Values.Concat(wish.Accounts.OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => account.Value))
            .Distinct(StringComparer.Ordinal).ToList();
        return new CategoryPlan(
            wish.Name,
            [.. TagRules(wish, values), .. AccountRules(wish, values), .. Inherited(wish)],
            wish.DefaultValue,
            wish.EffectiveStart,
            wish.Splits);
    }

    // A spelling that could mean two values means neither: it stays with the value that is written exactly so, if there is one.
    private static IEnumerable<CategoryRule> TagRules(CategoryWish wish, List<string> values)
    {
        var spellings = values.ToDictionary(value => value, value => ValueSpellings.Of(value).Concat(wish.Spellings.GetValueOrDefault(value) ?? []).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        var claims = spellings.Values.SelectMany(list => list).CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. values.SelectMany(value => spellings[value].Where(text => text == value || (claims[text] == 1 && !spellings.ContainsKey(text)))
                .Chunk(CategoryLimits.ValuesPerRule)
                .Select(chunk => new CategoryRule.ByTag(value, wish.TagKey, chunk))),
        ];
    }

    private static IEnumerable<CategoryRule> AccountRules(CategoryWish wish, List<string> values)
    {
        var accounts = wish.Accounts.ToLookup(account => account.Value, account => account.Key, StringComparer.Ordinal);
        return values.SelectMany(value => accounts[value].Order(StringComparer.Ordinal)
            .Chunk(CategoryLimits.ValuesPerRule)
            .Select(chunk => new CategoryRule.ByAccount(value, chunk)));
    }

    private static IEnumerable<CategoryRule> Inherited(CategoryWish wish) => wish.Inherit switch
    {
        CategoryInheritance.Tag => [new CategoryRule.FromTag(wish.TagKey)],
        CategoryInheritance.AccountName => [new CategoryRule.FromAccountName()],
        _ => [],
    };
}
