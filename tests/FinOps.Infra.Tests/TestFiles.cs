using FinOps.Core.Tagging;

namespace FinOps.Infra.Tests;

internal static class TestFiles
{
    public static string Root { get; } = FindRoot();

    public static TagStandard Standard { get; } = TagStandard.Load(Path.Combine(Root, "tag-standard.yaml"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("no FinOpsInfra.sln above the tests");
    }
}
