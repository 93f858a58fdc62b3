namespace FinOps.Cli.Tests;

/// <summary>A project folder of its own that runs the repository's built program with another config.</summary>
internal sealed class StackCopy : IDisposable
{
    public StackCopy()
    {
        File.WriteAllText(
            Path.Combine(Folder, "Pulumi.yaml"),
            $"name: finops\ndescription: a copy for tests\nruntime:\n  name: dotnet\n  options:\n    binary: {BuiltProjects.Program}\n");
        File.Copy(Path.Combine(Clone.Root, "Pulumi.dev.yaml"), Path.Combine(Folder, "Pulumi.dev.yaml"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("finops-stack-").FullName;

    public void Replace(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
