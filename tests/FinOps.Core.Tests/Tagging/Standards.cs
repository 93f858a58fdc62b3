using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

internal static class Standards
{
    public static string RepositoryRoot { get; } = Clone.Root;

    public static string ShippedPath => Path.Combine(RepositoryRoot, TagStandard.FileName);

    public static TagStandard Shipped { get; } = TagStandard.Load(ShippedPath);

    public static TagStandard Parse(string yaml) => TagStandard.Parse(yaml, "standard.yaml");

    public static IReadOnlyList<Problem> Mistakes(string yaml) => Assert.Throws<ProblemException>(() => Parse(yaml)).Problems;
}
