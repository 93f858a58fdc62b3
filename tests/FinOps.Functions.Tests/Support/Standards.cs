using FinOps.Core.Tagging;

namespace FinOps.Functions.Tests.Support;

internal static class Standards
{
    public static TagStandard Own { get; } = TagStandard.Load(Path.Combine(Root, TagStandard.FileName));

    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
                    return folder.FullName;
            throw new DirectoryNotFoundException("FinOpsInfra.sln is not above the test's folder.");
        }
    }
}
