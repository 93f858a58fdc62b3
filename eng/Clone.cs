namespace FinOps.Eng;

/// <summary>The clone that a test, a bench or a tool works on; compiled into each of them, for none of them ships.</summary>
internal static class Clone
{
    /// <summary>The folder of FinOpsInfra.sln above the running assembly.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    /// <exception cref="DirectoryNotFoundException">Neither <paramref name="folder"/> nor one above it has FinOpsInfra.sln.</exception>
    public static string RootAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FinOpsInfra.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"FinOpsInfra.sln is neither in {folder} nor in a folder above it: run this from a clone of the repository.");
    }
}
