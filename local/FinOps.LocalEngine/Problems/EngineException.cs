namespace FinOps.LocalEngine.Problems;

/// <summary>Stops a deployment with every mistake that was found in one input.</summary>
public sealed class EngineException : Exception
{
    public EngineException(IReadOnlyList<EngineProblem> problems, Exception? inner = null)
        : base(string.Join(Environment.NewLine, problems), inner) => Problems = problems;

    public EngineException(string id, string file, string path, string found, string allowed, string fix, Exception? inner = null)
        : this([new EngineProblem(id, file, path, found, allowed, fix)], inner)
    {
    }

    public IReadOnlyList<EngineProblem> Problems { get; }
}
