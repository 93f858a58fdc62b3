using System.Globalization;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Optimization;

/// <summary>The report's options from the function's environment and package.</summary>
internal static class OptimizationSettings
{
    public const string PlacesVariable = "FINOPS_OPTIMIZER_PLACES";
    public const string MeasuredVariable = "FINOPS_MEASURED_RESOURCES";

    private const int MostPlaces = 500;
    private const int MostMeasured = 1_000;

    /// <exception cref="ProblemException">Every mistake in the settings (FIN5003), the tag standard and the decisions.</exception>
    public static OptimizationOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var problems = new List<Problem>();
        var places = Number(PlacesVariable, MostPlaces);
        var measured = Number(MeasuredVariable, MostMeasured);
        var file = variable("FINOPS_OPTIMIZATION_DECISIONS") ?? Path.Combine(AppContext.BaseDirectory, DecisionList.FileName);
        var decisions = DecisionList.Empty;
        try
        {
            decisions = DecisionFile.Load(file);
        }
        catch (ProblemException mistakes)
        {
            problems.AddRange(mistakes.Problems);
        }

        var standard = TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName));
        if (problems.Count > 0)
            throw new ProblemException(problems);
        var options = new OptimizationOptions { Standard = standard, AllocationTag = variable("FINOPS_ALLOCATION_TAG") is { Length: > 0 } tag ? tag : null, Decisions = decisions };
        return options with { OptimizerPlaces = places ?? options.OptimizerPlaces, MeasuredResources = measured ?? options.MeasuredResources };

        int? Number(string name, int most)
        {
            if (variable(name) is not { Length: > 0 } text)
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
                return number;
            problems.Add(new Problem(AwsFailure.Settings, "environment", name, $"'{text}'", $"a whole number from 0 to {most}", "Unset it for the default."));
            return null;
        }
    }
}
