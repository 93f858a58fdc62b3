using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Costs.Categories;

/// <summary>Everything that can be wrong with wishes, before AWS says it one mistake at a time.</summary>
internal static class CategoryChecks
{
    public const string BadText = "FIN2080";
    public const string BadValue = "FIN2081";
    public const string TooMuch = "FIN2082";
    public const string BadStart = "FIN2084";

    public static IEnumerable<Problem> Of(IReadOnlyList<CategoryWish> wishes, BillingMonth current, string file) =>
        Names(wishes, file).Concat(wishes.SelectMany(wish => Texts(wish, file)
            .Concat(Spellings(wish, file))
            .Concat(Accounts(wish, file))
            .Concat(Start(wish, current, file))
            .Concat(SplitChecks.Of(wish, file))));

    private static IEnumerable<Problem> Names(IReadOnlyList<CategoryWish> wishes, string file)
    {
        if (wishes.Count > CategoryLimits.Categories)
        {
            yield return new Problem(TooMuch, file, wishes[CategoryLimits.Categories].Path, $"{wishes.Count} cost categories", $"at most {CategoryLimits.Categories}", "Remove those that no report asks for.");
        }

        foreach (var again in wishes.GroupBy(wish => wish.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            yield return new Problem(BadValue, file, again.Path, $"a second category '{again.Name}'", "one category of a name", "Rename or remove one of them.");
        }
    }

    private static IEnumerable<Problem> Texts(CategoryWish wish, string file)
    {
        var texts = new[] { ("name", wish.Name), ("defaultValue", wish.DefaultValue) }
            .Concat(wish.Values.Select(value => ("values", value)))
            .Concat(wish.Accounts.Where(account => !wish.Values.Contains(account.Value)).Select(account => ($"accounts.{account.Key}", account.Value)));
        return texts.Where(text => !CategoryLimits.IsText(text.Item2)).Select(text => new Problem(
            BadText, file, $"{wish.Path}.{text.Item1}", $"'{text.Item2}'", CategoryLimits.AllowedText, "Choose a shorter or plainer text; AWS refuses the whole category otherwise."));
    }

    private static IEnumerable<Problem> Spellings(CategoryWish wish, string file)
    {
        var values = wish.Values.Concat(wish.Accounts.Values).ToHashSet(StringComparer.Ordinal);
        foreach (var value in wish.Spellings.Keys.Where(value => !values.Contains(value)))
        {
            yield return new Problem(BadValue, file, $"{wish.Path}.spellings.{value}", $"spellings of '{value}', which is no value of {wish.Name}", "a value of the category", Suggestion(value, values));
        }

        foreach (var (text, owners) in wish.Spellings.SelectMany(entry => entry.Value.Select(text => (Text: text, entry.Key)))
            .GroupBy(entry => entry.Text, StringComparer.Ordinal).Select(group => (group.Key, group.Select(entry => entry.Key).Distinct().ToList())))
        {
            if (owners.Count > 1)
            {
                yield return new Problem(BadValue, file, $"{wish.Path}.spellings.{owners[1]}", $"'{text}', also a spelling of {owners[0]}", "spellings that mean one value", "Keep it with one of them.");
            }

            if (values.Contains(text) && !owners.Contains(text))
            {
                yield return new Problem(BadValue, file, $"{wish.Path}.spellings.{owners[0]}", $"'{text}', which is a value itself", "spellings that are no value", "Remove it: a value always means itself.");
            }
        }
    }

    private static IEnumerable<Problem> Accounts(CategoryWish wish, string file) =>
        !wish.ClosedValues ? [] : wish.Accounts.Where(account => !wish.Values.Contains(account.Value)).OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => new Problem(
            BadValue, file, $"{wish.Path}.accounts.{account.Key}", $"'{account.Value}'", string.Join(", ", wish.Values), Suggestion(account.Value, wish.Values)));

    private static IEnumerable<Problem> Start(CategoryWish wish, BillingMonth current, string file)
    {
        if (wish.EffectiveStart is { } start && (start > current || current.MonthsSince(start) > CategoryLimits.BackdatedMonths))
        {
            yield return new Problem(
                BadStart, file, $"{wish.Path}.effectiveStart", start.ToString(), $"a month from {current.AddMonths(-CategoryLimits.BackdatedMonths)} to {current}",
                "Leave it out to begin with the current month.");
        }
    }

    internal static string Suggestion(string text, IEnumerable<string> candidates) =>
        Spelling.Nearest(text, candidates) is { } nearest ? $"Did you mean '{nearest}'?" : "Correct or remove it.";
}
