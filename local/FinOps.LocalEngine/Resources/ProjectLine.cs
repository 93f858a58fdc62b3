using System.Globalization;

namespace FinOps.LocalEngine.Resources;

/// <summary>A line of a program as Pulumi's state names it: <c>project:///infra/Budgets.cs#12,9</c>.</summary>
/// <param name="Path">Relative to the folder of the Pulumi.yaml, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; 0 when it is not known.</param>
public sealed record ProjectLine(string Path, int Line, int Column)
{
    private const string Scheme = "project:///";

    /// <summary>Builds that must not depend on their machine write this in place of the folder of the sources.</summary>
    private const string MappedRoot = "/_/";

    /// <returns>Null for files outside the project, whose place means nothing on another machine.</returns>
    /// <param name="uri">A file URI, as programs send it.</param>
    /// <param name="projectDirectory">Folder of the Pulumi.yaml.</param>
    public static ProjectLine? FromFile(string uri, int line, int column, string projectDirectory)
    {
        if (line < 1 || !Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        var file = parsed.LocalPath;
        if (file.StartsWith(MappedRoot, StringComparison.Ordinal) && Unmap(file[MappedRoot.Length..], projectDirectory) is { } real)
        {
            file = real;
        }

        var relative = System.IO.Path.GetRelativePath(projectDirectory, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative) ? null : new ProjectLine(relative, line, column);
    }

    /// <returns>Null for any text that is not of the form above.</returns>
    public static ProjectLine? Parse(string text)
    {
        var hash = text.LastIndexOf('#');
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || hash < Scheme.Length)
        {
            return null;
        }

        var place = text[(hash + 1)..].Split(',');
        var path = Uri.UnescapeDataString(text[Scheme.Length..hash]);
        return path.Length > 0 && !path.Contains('\0') && Number(place[0]) is { } line ? new ProjectLine(path, line, place.Length > 1 ? Number(place[1]) ?? 0 : 0) : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}{string.Join('/', Path.Split('/').Select(Uri.EscapeDataString))}#{Line}{(Column > 0 ? $",{Column}" : "")}");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string? Unmap(string path, string projectDirectory)
    {
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.Path.Combine(folder.FullName, path) is var file && File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
