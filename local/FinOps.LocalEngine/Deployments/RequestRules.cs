using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Deployments;

/// <summary>What may stand in a request.</summary>
internal static class RequestRules
{
    /// <exception cref="EngineException">FIN3006, every mistake at once.</exception>
    public static void Verify(DeploymentRequest request)
    {
        var problems = new List<EngineProblem>();
        void Report(string path, string found, string allowed, string fix) =>
            problems.Add(new EngineProblem(ErrorIds.RequestInvalid, "request", path, found, allowed, fix));

        if (request.StackName.Length is 0 or > 100 || request.StackName.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) || request.StackName.StartsWith('.'))
        {
            Report("stack", $"'{request.StackName}'", "1 to 100 letters, digits, '-', '_', '.', not starting with a dot", "Use a name such as 'dev'.");
        }

        if (!Directory.Exists(request.ProgramDirectory))
        {
            Report("program", $"'{request.ProgramDirectory}'", "a folder that exists", "Name the folder of the program.");
        }

        foreach (var pack in request.PolicyPacks.Where(pack => pack.ConfigFile is { } file && !File.Exists(file)))
        {
            Report("policy pack config", $"'{pack.ConfigFile}'", "a file that exists", $"Correct the path, or leave it away for {pack.Directory}.");
        }

        if (request.Parallel < 1)
        {
            Report("parallel", $"{request.Parallel}", "1 or more", "Use 16.");
        }

        if (problems.Count > 0)
        {
            throw new EngineException(problems);
        }
    }
}
