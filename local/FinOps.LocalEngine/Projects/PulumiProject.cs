using System.Collections.Immutable;

namespace FinOps.LocalEngine.Projects;

/// <summary>What a Pulumi.yaml says.</summary>
/// <param name="File">Absolute path of the Pulumi.yaml.</param>
/// <param name="ProgramDirectory">Where the program runs: the folder of the file, or of <c>main</c>.</param>
/// <param name="EntryPoint">A file name inside <paramref name="ProgramDirectory"/>, or <c>.</c></param>
internal sealed record PulumiProject(
    string File, string Name, RuntimeSpec Runtime, string ProgramDirectory, string EntryPoint, string StackConfigDirectory, ImmutableArray<ConfigDeclaration> Config)
{
    public string RootDirectory => Path.GetDirectoryName(File)!;
}

/// <summary>A key under <c>config:</c> of a Pulumi.yaml.</summary>
/// <param name="Key">With its namespace, for example <c>finops:months</c>.</param>
/// <param name="Type">string, integer, boolean, array, object; null when the file does not say.</param>
/// <param name="Default">As programs get it: structured values are JSON text; null for none.</param>
internal sealed record ConfigDeclaration(string Key, string? Type, string? Default, bool Secret);
