using System.Collections.Immutable;

namespace FinOps.Cli.Deploy;

/// <summary>What the finops script has just built itself; building it again, or asking MSBuild where it is, would take seconds.</summary>
internal static class BuiltProjects
{
    private const string Variable = "FINOPS_BUILT";

    /// <returns>Assemblies by the folders of their projects, as <c>FOLDER=ASSEMBLY;FOLDER=ASSEMBLY</c> lists them in the environment.</returns>
    public static ImmutableDictionary<string, string> Read() => (Environment.GetEnvironmentVariable(Variable) ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .ToImmutableDictionary(pair => Path.GetFullPath(pair[0]), pair => Path.GetFullPath(pair[1]), StringComparer.Ordinal);
}
