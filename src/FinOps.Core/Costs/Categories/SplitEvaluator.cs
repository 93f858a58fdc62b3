namespace FinOps.Core.Costs.Categories;

/// <summary>
/// Applies split charges to the cost of a category's values. AWS shows split costs on the category's page and in its CSV alone: Cost
/// Explorer's APIs and the exports keep the unsplit amounts, so whoever reports after splits computes them, here.
/// </summary>
public static class SplitEvaluator
{
    private const decimal Cent = 0.01m;

    /// <summary>
    /// Parts are whole cents; what is left below a cent stays with the largest share, so the sum of all values is the same before and after.
    /// Proportions are those of the direct costs, so the order of the split charges does not matter.
    /// </summary>
    /// <param name="direct">Cost by value; a source without cost gives nothing.</param>
    /// <returns>Every value of <paramref name="direct"/> and every target, by value.</returns>
    public static IReadOnlyDictionary<string, SplitCost> Apply(IReadOnlyList<SplitCharge> splits, IReadOnlyDictionary<string, Money> direct)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(direct);
        var currency = direct.Values.Select(cost => cost.Currency).FirstOrDefault(Money.UsDollar);
        var zero = Money.Zero(currency);
        var result = direct.Keys.Concat(splits.SelectMany(split => split.Targets)).Distinct(StringComparer.Ordinal)
            .ToDictionary(value => value, value => new SplitCost(direct.GetValueOrDefault(value, zero), zero, zero), StringComparer.Ordinal);
        foreach (var split in splits.Where(split => direct.ContainsKey(split.Source)))
        {
            var cost = direct[split.Source];
            result[split.Source] = result[split.Source] with { Given = cost };
            foreach (var (target, part) in split.Targets.Zip(Divide(cost.Amount, Weights(split, direct))))
            {
                result[target] = result[target] with { Received = result[target].Received + new Money(part, currency) };
            }
        }

        return result;
    }

    // Whoever spends nothing, or has only credits, has no proportion; when that is everybody, all share evenly.
    private static List<decimal> Weights(SplitCharge split, IReadOnlyDictionary<string, Money> direct)
    {
        List<decimal> even = [.. split.Targets.Select(_ => 1m)];
        switch (split.Method)
        {
            case SplitMethod.Even:
                return even;
            case SplitMethod.Fixed:
                return [.. split.Percentages];
            case SplitMethod.Proportional:
                List<decimal> own = [.. split.Targets.Select(target => Math.Max(0, direct.TryGetValue(target, out var cost) ? cost.Amount : 0))];
                return own.Sum() > 0 ? own : even;
            default:
                throw new ArgumentOutOfRangeException(nameof(split), split.Method, "Unknown method.");
        }
    }

    // Largest remainder: every part is within a cent of its exact share, and nothing is lost or made.
    private static decimal[] Divide(decimal amount, List<decimal> weights)
    {
        var total = weights.Sum();
        var exact = weights.Select(weight => amount * (weight / total)).ToArray();
        var parts = exact.Select(part => Math.Truncate(part / Cent) * Cent).ToArray();
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(index => Math.Abs(exact[index] - parts[index])).ThenByDescending(index => weights[index]).ToList();
        var step = Math.Sign(amount) * Cent;
        for (var next = 0; Math.Abs(amount - parts.Sum()) >= Cent; next++)
        {
            parts[byRemainder[next % parts.Length]] += step;
        }

        parts[weights.IndexOf(weights.Max())] += amount - parts.Sum();
        return parts;
    }
}
