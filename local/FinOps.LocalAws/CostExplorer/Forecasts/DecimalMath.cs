namespace FinOps.LocalAws.CostExplorer.Forecasts;

/// <summary>What decimal lacks.</summary>
internal static class DecimalMath
{
    /// <summary>By Newton's method, exact to the last digits of a decimal.</summary>
    public static decimal SquareRoot(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
            return 0;
        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 4 && root != 0; i++)
            root = (root + (value / root)) / 2;
        return root;
    }

    /// <summary>How many standard deviations around the mean hold the given share of a normal distribution.</summary>
    /// <param name="percent">51 to 99.</param>
    public static decimal NormalWidth(int percent)
    {
        // Bisection on the error function: slow, but plain, and called once a request.
        double low = 0, high = 4;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (100 * ErrorFunction(middle / Math.Sqrt(2)) < percent)
                low = middle;
            else
                high = middle;
        }
        return Math.Round((decimal)low, 4);
    }

    // The Maclaurin series; it converges quickly for the arguments in use (below 3).
    private static double ErrorFunction(double x)
    {
        double term = x, sum = x;
        for (var n = 1; n < 200 && Math.Abs(term) > 1e-17; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
