using System.Collections.Immutable;

namespace FinOps.LocalEngine.Projects;

/// <summary>The <c>runtime</c> of a project or policy pack: a name, or a name with options.</summary>
public sealed record RuntimeSpec(string Name, ImmutableSortedDictionary<string, string> Options)
{
    /// <summary>The built program to start instead of building, from <c>options.binary</c>; null when the engine builds.</summary>
    public string? Binary => Options.GetValueOrDefault("binary");
}
