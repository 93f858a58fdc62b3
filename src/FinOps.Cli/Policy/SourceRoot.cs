using FinOps.LocalEngine.Resources;

namespace FinOps.Cli.Policy;

/// <summary>Turns places in a project into places in its repository, which is what reviews show.</summary>
internal sealed class SourceRoot
{
    private readonly string _project;
    private readonly string _repository;

    private SourceRoot(string project)
    {
        _project = project;
        // A worktree has a file of that name instead of a folder.
        _repository = Upwards(project, folder => Path.Exists(Path.Combine(folder, ".git"))) ?? project;
    }

    /// <summary>The project in <paramref name="folder"/> or the nearest one above it; without any, the folder itself.</summary>
    public static SourceRoot Of(string folder) =>
        new(Upwards(Path.GetFullPath(folder), candidate => File.Exists(Path.Combine(candidate, "Pulumi.yaml")) || File.Exists(Path.Combine(candidate, "Pulumi.yml"))) ?? Path.GetFullPath(folder));

    /// <summary>The Pulumi.yaml relative to the root of the repository.</summary>
    public string ProjectFile => InRepository("Pulumi.yaml");

    /// <param name="position">As Pulumi's state has it: <c>project:///infra/Budgets.cs#12,9</c>.</param>
    /// <returns>Null when it names no place.</returns>
    public SourceLocation? Find(string position) =>
        ProjectLine.Parse(position) is { } line
            ? new SourceLocation(InRepository(line.Path), line.Line, line.Column)
            : null;

    private string InRepository(string path) => Path.GetRelativePath(_repository, Path.GetFullPath(Path.Combine(_project, path))).Replace('\\', '/');

    private static string? Upwards(string folder, Func<string, bool> isIt)
    {
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (isIt(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
