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

    /// <param name="position">As Pulumi's state has it: <c>project:///infra/Budgets.cs#12,9</c>.</param>
    /// <returns>Null when it names no place.</returns>
    public SourceLocation? Find(string position) =>
        ProjectLine.Parse(position) is { } line
            ? new SourceLocation(Path.GetRelativePath(_repository, Path.GetFullPath(Path.Combine(_project, line.Path))).Replace('\\', '/'), line.Line, line.Column)
            : null;

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
