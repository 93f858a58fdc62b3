using FinOps.Core.Problems;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Tests.Settings;

/// <summary>Takes the problems of one section.</summary>
internal sealed class ProblemSink
{
    public List<Problem> List { get; } = [];

    public SettingsProblems Problems => new("Pulumi.dev.yaml", "finops:section", List);
}
