namespace FinOps.Bench;

internal static class RepositoryRoot
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("run this from a clone of the repository");
    }
}
