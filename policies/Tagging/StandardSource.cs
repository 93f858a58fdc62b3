using System.Collections.Concurrent;
using FinOps.Core.Tagging;

namespace FinOps.Policies.Tagging;

/// <summary>The standard that the pack judges by, and those that single rules are configured with.</summary>
public sealed class StandardSource
{
    /// <summary>Names another standard than the one beside the pack; the reports read it too.</summary>
    public const string Variable = "FINOPS_TAG_STANDARD";

    private static readonly ConcurrentDictionary<string, TagStandard> ByPath = new(StringComparer.Ordinal);

    public StandardSource(TagStandard standard) => Default = standard;

    public TagStandard Default { get; }

    /// <summary>
    /// The file in <see cref="Variable"/>, else the one beside the pack or in the nearest folder above it, else null: the one built in.
    /// The folder of the program is not searched: a program must not bring its own rules.
    /// </summary>
    public static string? Find(string packDirectory, Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } given ? given : TagStandardFile.FindUpwards(packDirectory);

    /// <summary>The standard as it was when the pack was built.</summary>
    public static TagStandard BuiltIn() => TagStandard.Parse(Resources.Text("tag-standard.yaml"), "tag-standard.yaml (built in)");

    /// <summary>The standard at a path from the configuration of a rule, or the pack's own for null. Each file is read once.</summary>
    /// <exception cref="Core.Problems.ProblemException">Every mistake in the file.</exception>
    public static TagStandard At(string path) => ByPath.GetOrAdd(Path.GetFullPath(path), TagStandard.Load);

    public TagStandard For(string? path) => path is null ? Default : At(path);
}
