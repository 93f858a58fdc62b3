namespace FinOps.LocalEngine.Problems;

/// <summary>One mistake that stops a deployment: what stands where, what may stand there, and what to do.</summary>
/// <param name="Id">The FIN3### id; docs/errors has a page of that name.</param>
/// <param name="File">The file it stands in, or the name of the source when it is not a file.</param>
/// <param name="Path">Where in that file, for example <c>runtime.name</c>; empty for the whole of it.</param>
public sealed record EngineProblem(string Id, string File, string Path, string Found, string Allowed, string Fix)
{
    public override string ToString() =>
        $"{Id} {File}:{(Path.Length == 0 ? "" : $" {Path}:")} found {Found}; allowed: {Allowed}. {Fix}";
}
