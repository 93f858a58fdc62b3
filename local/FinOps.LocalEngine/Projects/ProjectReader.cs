using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;
using YamlDotNet.RepresentationModel;

namespace FinOps.LocalEngine.Projects;

/// <summary>Finds and reads Pulumi.yaml.</summary>
internal static class ProjectReader
{
    private static readonly ImmutableArray<string> _names = ["Pulumi.yaml", "Pulumi.yml"];
    private static readonly ImmutableArray<string> _types = ["string", "integer", "boolean", "array", "object"];

    /// <summary>The nearest Pulumi.yaml, from <paramref name="directory"/> upwards.</summary>
    /// <exception cref="EngineException">FIN3001, FIN3002.</exception>
    public static PulumiProject Read(string directory)
    {
        for (var folder = Path.GetFullPath(directory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (_names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } file)
            {
                return ReadFile(file);
            }
        }

        throw new EngineException(
            ErrorIds.ProjectNotFound, Path.GetFullPath(directory), "", "no Pulumi.yaml here or in a folder above", "a folder with a Pulumi project",
            "Name the folder of the program, or write a Pulumi.yaml with 'name' and 'runtime'.");
    }

    private static PulumiProject ReadFile(string file)
    {
        var yaml = YamlDocument.Load(file, ErrorIds.ProjectInvalid);
        var root = Path.GetDirectoryName(file)!;
        var name = yaml.Text(yaml.Root, "name", "name") ?? "";
        if (name.Length is 0 or > 100 || name.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
        {
            yaml.Report("name", name.Length == 0 ? "nothing" : $"'{name}'", "1 to 100 letters, digits, '-', '_', '.'", "Write 'name: my-project'.");
        }

        var runtime = yaml.Runtime();
        if (runtime.Name.Length > 0 && runtime.Name is not ("dotnet" or "nodejs"))
        {
            yaml.Report("runtime", $"'{runtime.Name}'", "dotnet, nodejs", "The embedded engine runs these two; use the pulumi CLI for others.");
        }

        var (directory, entry) = Main(yaml, root);
        var configDirectory = Path.Combine(root, yaml.Text(yaml.Root, "stackConfigDir", "stackConfigDir") ?? ".");
        var config = Config(yaml, name);
        yaml.ThrowIfAny();
        return new PulumiProject(file, name, runtime, directory, entry, Path.GetFullPath(configDirectory), config);
    }

    private static (string Directory, string EntryPoint) Main(YamlDocument yaml, string root)
    {
        var main = yaml.Text(yaml.Root, "main", "main") ?? "";
        var path = Path.GetFullPath(Path.Combine(root, main));
        if (Directory.Exists(path))
        {
            return (Path.TrimEndingDirectorySeparator(path), ".");
        }

        if (!File.Exists(path))
        {
            yaml.Report("main", $"'{main}'", "a file or folder that exists", $"There is nothing at {path}.");
        }

        return (Path.GetDirectoryName(path)!, Path.GetFileName(path));
    }

    private static ImmutableArray<ConfigDeclaration> Config(YamlDocument yaml, string project)
    {
        // A single text is the old spelling of stackConfigDir.
        if (YamlDocument.Find(yaml.Root, "config") is not YamlMappingNode map)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<ConfigDeclaration>();
        foreach (var (node, value) in map.Children)
        {
            var key = ConfigKey.Normalize(node.ToString(), project);
            if (value is not YamlMappingNode declaration || !declaration.Children.Keys.Any(k => k.ToString() is "type" or "default" or "value" or "description" or "secret" or "items"))
            {
                result.Add(new ConfigDeclaration(key, null, StackConfigReader.TextOf(value), false));
                continue;
            }

            var path = $"config.{node}";
            var type = yaml.Text(declaration, "type", $"{path}.type");
            if (type is not null && !_types.Contains(type))
            {
                yaml.Report($"{path}.type", $"'{type}'", string.Join(", ", _types), "Take one of these.");
            }

            var preset = YamlDocument.Find(declaration, "default") ?? YamlDocument.Find(declaration, "value");
            var text = preset is null ? null : StackConfigReader.TextOf(preset);
            if (text is not null && type is not null && !StackConfigReader.Fits(text, type))
            {
                yaml.Report($"{path}.default", $"'{text}'", $"a value of type {type}", "Change the default or the type.");
            }

            result.Add(new ConfigDeclaration(key, type, text, yaml.Text(declaration, "secret", $"{path}.secret") == "true"));
        }

        return result.ToImmutable();
    }
}
