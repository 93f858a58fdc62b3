namespace FinOps.Policies.Tests.Testing;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FinOpsInfra.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("FinOpsInfra.sln is in no folder above the tests");
        }

        return folder.FullName;
    }
}
