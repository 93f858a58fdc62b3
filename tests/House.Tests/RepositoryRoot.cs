namespace House.Tests;

internal static class RepositoryRoot
{
    public static string Path { get; } = Clone.Root;

    public static IEnumerable<string> SourceFiles(params string[] extensions) =>
        new[] { "sdk", "src", "local", "infra", "policies", "eng", "tests", "bench", "samples" }
            .Select(room => System.IO.Path.Combine(Path, room))
            .Where(Directory.Exists)
            .SelectMany(room => Directory.EnumerateFiles(room, "*", SearchOption.AllDirectories))
            .Where(file => extensions.Contains(System.IO.Path.GetExtension(file)))
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    public static string Relative(string file) => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/');
}
