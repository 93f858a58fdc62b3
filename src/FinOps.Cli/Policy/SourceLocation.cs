namespace FinOps.Cli.Policy;

/// <param name="File">Relative to the root of the repository, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; 0 when it is not known.</param>
internal sealed record SourceLocation(string File, int Line, int Column)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}");
}
