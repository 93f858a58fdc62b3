using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Projects;

namespace FinOps.LocalEngine.Policies;

/// <summary>What a PulumiPolicy.yaml says.</summary>
/// <param name="Version">Wins over the version that the pack itself tells; empty when the file has none.</param>
internal sealed record PolicyPackProject(string Directory, RuntimeSpec Runtime, string Version)
{
    /// <exception cref="EngineException">FIN3043.</exception>
    public static PolicyPackProject Read(string directory)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var file = Path.Combine(folder, "PulumiPolicy.yaml");
        if (!File.Exists(file))
        {
            throw new EngineException(ErrorIds.PackProjectInvalid, file, "", "no such file", "a policy pack's folder, with a PulumiPolicy.yaml", "Name the folder of the pack.");
        }

        var yaml = YamlDocument.Load(file, ErrorIds.PackProjectInvalid);
        var runtime = yaml.Runtime();
        if (runtime.Name.Length > 0 && runtime.Name is not ("dotnet" or "nodejs"))
        {
            yaml.Report("runtime", $"'{runtime.Name}'", "dotnet, nodejs", "The embedded engine runs packs of these two.");
        }

        var version = yaml.Text(yaml.Root, "version", "version") ?? "";
        yaml.ThrowIfAny();
        return new PolicyPackProject(folder, runtime, version);
    }
}
