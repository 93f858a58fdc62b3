using System.Globalization;
using FinOps.Core.Problems;

namespace FinOps.Core.Costs.Categories;

/// <summary>
/// The rules of split charges: a value is a source once, a source is never a target, percentages are there for fixed splits and add up.
/// (AWS Billing user guide, "Splitting charges within cost categories".)
/// </summary>
internal static class SplitChecks
{
    public const string BadSplit = "FIN2083";

    public static IEnumerable<Problem> Of(CategoryWish wish, string file)
    {
        if (wish.Splits.Count > CategoryLimits.Splits)
        {
            yield return new Problem(CategoryChecks.TooMuch, file, $"{wish.Path}.splits", $"{wish.Splits.Count} split charges", $"at most {CategoryLimits.Splits}", "Merge those with the same targets by giving their sources one value.");
        }

        var sources = wish.Splits.Select(split => split.Source).ToList();
        foreach (var (index, split) in wish.Splits.Index())
        {
            var path = $"{wish.Path}.splits[{index}]";
            if (sources.IndexOf(split.Source) < index)
            {
                yield return new Problem(BadSplit, file, $"{path}.source", $"'{split.Source}' a second time", "each value as source once", "Merge the two.");
            }

            foreach (var problem in Values(wish, split, path, file).Concat(Targets(split, sources, path, file)).Concat(Percentages(split, path, file)))
            {
                yield return problem;
            }
        }
    }

    // What is inherited is known to the bill alone, so any well-formed value may be meant.
    private static IEnumerable<Problem> Values(CategoryWish wish, SplitCharge split, string path, string file)
    {
        var known = wish.Values.Concat(wish.Accounts.Values).Append(wish.DefaultValue).ToHashSet(StringComparer.Ordinal);
        return split.Targets.Select((target, index) => (Key: $"targets[{index}]", Value: target)).Prepend((Key: "source", Value: split.Source))
            .Where(text => !known.Contains(text.Value) && (wish.Inherit == CategoryInheritance.None || !CategoryLimits.IsText(text.Value)))
            .Select(text => new Problem(BadSplit, file, $"{path}.{text.Key}", $"'{text.Value}'", $"a value of {wish.Name}", CategoryChecks.Suggestion(text.Value, known)));
    }

    private static IEnumerable<Problem> Targets(SplitCharge split, List<string> sources, string path, string file)
    {
        if (split.Targets.Count == 0)
        {
            yield return new Problem(BadSplit, file, $"{path}.targets", "nothing", "at least one value", "Name who shares the cost.");
        }

        foreach (var (index, target) in split.Targets.Index())
        {
            if (sources.Contains(target))
            {
                yield return new Problem(BadSplit, file, $"{path}.targets[{index}]", $"'{target}', which is the source of a split charge", "values that are no source", "Remove it from the targets, or its own split charge.");
            }

            if (split.Targets.ToList().IndexOf(target) < index)
            {
                yield return new Problem(BadSplit, file, $"{path}.targets[{index}]", $"'{target}' a second time", "each target once", "Remove it; a larger share is a larger percentage.");
            }
        }
    }

    private static IEnumerable<Problem> Percentages(SplitCharge split, string path, string file)
    {
        if (split.Method != SplitMethod.Fixed)
        {
            if (split.Percentages.Count > 0)
            {
                yield return new Problem(BadSplit, file, $"{path}.percentages", Numbers(split), "none unless the method is fixed", "Remove them, or set the method to fixed.");
            }

            yield break;
        }

        if (split.Percentages.Count != split.Targets.Count)
        {
            yield return new Problem(BadSplit, file, $"{path}.percentages", $"{split.Percentages.Count} for {split.Targets.Count} targets", "one for each target", "Write them in the order of the targets.");
        }

        if (split.Percentages.Any(share => share is < 0 or > 100) || split.Percentages.Sum() != 100)
        {
            yield return new Problem(BadSplit, file, $"{path}.percentages", Numbers(split), "numbers from 0 to 100 that add up to 100", "Correct the shares.");
        }
    }

    private static string Numbers(SplitCharge split) => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join(" + ", split.Percentages.Select(share => share.ToString(CultureInfo.InvariantCulture)))} = {split.Percentages.Sum()}");
}
