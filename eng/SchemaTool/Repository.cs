namespace SchemaTool;

internal static class Repository
{
    public static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("FinOpsInfra.sln is not in this folder nor above it; name the repository root as third argument.");
    }
}
