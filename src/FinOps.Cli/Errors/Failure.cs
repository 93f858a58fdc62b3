using FinOps.Core.Problems;
using FinOps.LocalEngine.Problems;

namespace FinOps.Cli.Errors;

/// <summary>How a failure is told: every problem on its own line, then where its page is.</summary>
internal static class Failure
{
    public static IReadOnlyList<string> Describe(Exception failure)
    {
        var lines = failure switch
        {
            ProblemException e => e.Problems.Select(problem => problem.ToString()),
            EngineException e => e.Problems.Select(problem => problem.ToString()),
            _ => Unexpected(failure),
        };
        return [.. lines, $"More: {string.Join(", ", Ids(failure).Distinct().Select(id => $"docs/errors/{id}.md"))}"];
    }

    /// <summary>One id for each problem; at least one.</summary>
    public static IEnumerable<string> Ids(Exception failure) => failure switch
    {
        ProblemException e => e.Problems.Select(problem => problem.Id),
        EngineException e => e.Problems.Select(problem => problem.Id),
        _ => ["FIN1001"],
    };

    private static IEnumerable<string> Unexpected(Exception failure)
    {
        yield return $"FIN1001 finops: found {failure.GetType().Name}: {failure.Message}; allowed: no such failure. This is a defect; run again with FINOPS_DEBUG=1 and report what it prints.";
        if (Environment.GetEnvironmentVariable("FINOPS_DEBUG") == "1")
        {
            yield return failure.ToString();
        }
    }
}
