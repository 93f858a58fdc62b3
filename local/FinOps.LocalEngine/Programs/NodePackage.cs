using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Projects;

namespace FinOps.LocalEngine.Programs;

/// <summary>Finds the Pulumi runtime of a Node.js program or policy pack.</summary>
internal static class NodePackage
{
    /// <param name="runner"><c>run</c> or <c>run-policy-pack</c>.</param>
    /// <exception cref="EngineException">FIN3022: the packages are not installed.</exception>
    public static string FindRunner(string directory, string runner)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "node_modules", "@pulumi", "pulumi", "cmd", runner);
            if (Directory.Exists(path) || File.Exists(path + ".js"))
            {
                return path;
            }
        }

        throw new EngineException(
            ErrorIds.NodePackageMissing, directory, "node_modules", "no @pulumi/pulumi here or in a folder above", "installed packages",
            $"Run 'npm install' in {directory}.");
    }

    public static bool IsTypeScript(string directory, RuntimeSpec runtime) =>
        runtime.Options.GetValueOrDefault("typescript") is { } option
            ? option == "true"
            : File.Exists(Path.Combine(directory, "tsconfig.json")) || File.Exists(Path.Combine(directory, "index.ts"));
}
