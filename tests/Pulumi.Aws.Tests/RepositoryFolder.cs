namespace Pulumi.Aws.Tests;

internal static class RepositoryFolder
{
    public static string Root { get; } = Clone.Root;

    /// <summary>The reference data beside the repository; absent in a user's clone.</summary>
    public static string ReferenceData { get; } = FindReferenceData();

    public static string SchemaPath => Path.Combine(ReferenceData, "pulumi-aws-7.48.0.json");

    private static string FindReferenceData()
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared/data")))
                return Path.Combine(folder.FullName, "shared/data");
        return Path.Combine(Root, "../shared/data");
    }
}
