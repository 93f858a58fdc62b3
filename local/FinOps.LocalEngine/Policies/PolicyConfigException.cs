using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Policies;

/// <summary>FIN3042: a pack's config does not fit its schema. The texts read as those of Pulumi's CLI.</summary>
internal sealed class PolicyConfigException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;

    public EngineProblem ToProblem(string mistake, string? file) => new(
        ErrorIds.PolicyConfigInvalid, file ?? "policy config", "", mistake, "values that fit the schema of the policy", "Correct the value in the policy pack's config file.");
}
