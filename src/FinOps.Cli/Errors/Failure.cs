using FinOps.Core.Problems;
using FinOps.LocalEngine.Problems;

namespace FinOps.Cli.Errors;

/// <summary>How a failure is told: every problem on its own line, then where its page is.</summary>
internal static class Failure
{
    public static IReadOnlyList<string> Describe(Exception failure)
    {
        var (lines, ids) = failure switch
        {
            ProblemException e => (e.Problems.Select(problem => problem.ToString()), e.Problems.Select(problem => problem.Id)),
            EngineException e => (e.Problems.Select(problem => problem.ToString()), e.Problems.Select(problem => problem.Id)),
            _ => (Unexpected(failure), ["FIN1001"]),
        };
        return [.. lines, $"More: {string.Join(", ", ids.Distinct().Select(id => $"docs/errors/{id}.md"))}"];
    }

    private static IEnumerable<string> Unexpected(Exception failure)
    {
        yield return $"FIN1001 finops: found {failure.GetType().Name}: {failure.Message}; allowed: no such failure. This is a defect; run again with FINOPS_DEBUG=1 and report what it prints.";
        if (Environment.GetEnvironmentVariable("FINOPS_DEBUG") == "1")
        {
            yield return failure.ToString();
        }
    }
}
