namespace FinOps.Core.Problems;

/// <summary>One mistake in something that a person wrote: what stands where, what may stand there, and what to do.</summary>
/// <param name="Id">The FIN#### id; docs/errors has a page of that name.</param>
/// <param name="File">The file it stands in, or the name of the source when it is not a file.</param>
/// <param name="Path">Where in that file, for example <c>keys[2].values</c>.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Allowed">What is allowed there.</param>
/// <param name="Fix">The next step, with an example where one helps.</param>
public sealed record Problem(string Id, string File, string Path, string Found, string Allowed, string Fix)
{
    public override string ToString() =>
        $"{Id} {File}: {Path}: found {Found}; allowed: {Allowed}. {Fix}";
}
