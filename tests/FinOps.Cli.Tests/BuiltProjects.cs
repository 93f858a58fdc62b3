using System.Collections.Immutable;

namespace FinOps.Cli.Tests;

/// <summary>What is built together with these tests, in the same configuration: assemblies by the folders of their projects.</summary>
internal static class BuiltProjects
{
    private static readonly string _configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!);

    public static string Command { get; } = Assembly(Path.Combine("src", "FinOps.Cli"), "finops.dll");

    public static string Program { get; } = Assembly("infra", "FinOps.Infra.dll");

    public static ImmutableDictionary<string, string> All { get; } = ImmutableDictionary<string, string>.Empty
        .Add(Path.Combine(Clone.Root, "infra"), Program)
        .Add(Path.Combine(Clone.Root, "policies"), Assembly("policies", "FinOps.Policies.dll"))
        .Add(Path.Combine(Clone.Root, "samples", "untagged"), Assembly(Path.Combine("samples", "untagged"), "Untagged.dll"));

    private static string Assembly(string folder, string name) => Path.Combine(Clone.Root, folder, "bin", _configuration, "net10.0", name);
}
