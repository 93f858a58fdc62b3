namespace FinOps.Infra.Settings;

/// <summary>What belongs to the stack as a whole and stands directly below the project's namespace.</summary>
public sealed record CommonSettings
{
    /// <summary>How far FinOps goes: what is on where a section does not say.</summary>
    public AdoptionMode Mode { get; init; } = AdoptionMode.Observe;

    /// <summary>Tags of every resource of this stack; they must satisfy the tag standard.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
