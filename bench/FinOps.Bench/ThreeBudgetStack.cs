namespace FinOps.Bench;

/// <summary>A project of its own that runs the repository's built program with the config of dev, and three budgets for each account.</summary>
internal sealed class ThreeBudgetStack : IDisposable
{
    private const string OneBudget = "everyAccount: { monthly: 9000 }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finops-bench-stack-");

    public ThreeBudgetStack(string root)
    {
        Directory.CreateDirectory(Folder);
        // The program looks for the published functions beside its folder.
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "artifacts"), Path.Combine(root, "artifacts"));
        var program = Path.Combine(root, "infra", "bin", "Debug", "net10.0", "FinOps.Infra.dll");
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), $"name: finops\ndescription: a copy to measure\nruntime:\n  name: dotnet\n  options:\n    binary: {program}\n");
        var config = File.ReadAllText(Path.Combine(root, "Pulumi.dev.yaml"));
        File.WriteAllText(
            Path.Combine(Folder, "Pulumi.dev.yaml"),
            config.Contains(OneBudget, StringComparison.Ordinal)
                ? config.Replace(OneBudget, "everyAccount: { monthly: 9000, quarterly: 27000, daily: 500 }", StringComparison.Ordinal)
                : throw new InvalidOperationException($"Pulumi.dev.yaml has no '{OneBudget}' any more."));
    }

    public string Folder => Path.Combine(_folder.FullName, "stack");

    public void Dispose() => _folder.Delete(recursive: true);
}
