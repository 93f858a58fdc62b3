using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

internal static class Standards
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string ShippedPath => Path.Combine(RepositoryRoot, TagStandard.FileName);

    public static TagStandard Shipped { get; } = TagStandard.Load(ShippedPath);

    public static TagStandard Parse(string yaml) => TagStandard.Parse(yaml, "standard.yaml");

    public static IReadOnlyList<Problem> Mistakes(string yaml) => Assert.Throws<ProblemException>(() => Parse(yaml)).Problems;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("FinOpsInfra.sln is in no folder above the tests");
        }

        return folder.FullName;
    }
}
