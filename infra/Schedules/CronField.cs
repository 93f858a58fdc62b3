using System.Globalization;

namespace FinOps.Infra.Schedules;

/// <summary>The numbers that a field of a cron expression names: <c>*</c>, <c>7</c>, <c>MON-FRI</c>, <c>0/15</c>, <c>1,15</c>.</summary>
internal static class CronField
{
    /// <param name="names">Words for the numbers, the first one for <paramref name="from"/>.</param>
    /// <returns>Null when the text is none.</returns>
    public static IReadOnlySet<int>? Parse(string text, int from, int to, params string[] names)
    {
        var numbers = new HashSet<int>();
        foreach (var item in text.Split(','))
        {
            if (Item(item) is not var (first, last, step))
            {
                return null;
            }

            for (var number = first; number <= last; number += step)
            {
                numbers.Add(number);
            }
        }

        return numbers;

        (int First, int Last, int Step)? Item(string item)
        {
            var (range, every) = item.Split('/') switch { [var whole] => (whole, "1"), [var start, var count] => (start, count), _ => ("", "") };
            if (!int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var step) || step == 0)
            {
                return null;
            }

            return range.Split('-') switch
            {
                ["*"] => (from, to, step),
                [var one] when Number(one, from, to, names) is { } number => (number, item.Contains('/', StringComparison.Ordinal) ? to : number, step),
                [var first, var last] when Number(first, from, to, names) is { } low && Number(last, from, to, names) is { } high && low <= high => (low, high, step),
                _ => null,
            };
        }
    }

    /// <returns>Null when the text is no number of the field.</returns>
    public static int? Number(string text, int from, int to, params string[] names) =>
        Array.IndexOf(names, text) is >= 0 and var index ? from + index
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number
        : null;
}
