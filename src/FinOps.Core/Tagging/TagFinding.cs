namespace FinOps.Core.Tagging;

/// <summary>One thing wrong with the tags of one resource.</summary>
/// <param name="Key">The key as the standard writes it, or as found when the standard does not know it.</param>
/// <param name="FoundKey">The key on the resource that was probably meant, or the judged one; null when nothing like it is there.</param>
/// <param name="FoundValue">The value on the resource; null for findings about keys.</param>
/// <param name="Suggestion">The right key or value, or null when there is none to suggest.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record TagFinding(TagFindingKind Kind, string Key, string? FoundKey, string? FoundValue, string? Suggestion, string Allowed)
{
    /// <summary>One sentence for a person.</summary>
    public override string ToString() => Kind switch
    {
        TagFindingKind.MissingKey when FoundKey is not null => $"required tag {Key} is missing ('{FoundKey}' is there; rename it to {Key})",
        TagFindingKind.MissingKey => $"required tag {Key} is missing; allowed: {Allowed}",
        TagFindingKind.KeyMiscased => $"tag '{FoundKey}' must be written {Key}",
        TagFindingKind.KeyMisspelt => $"tag '{FoundKey}' looks like {Key}; write {Key}",
        TagFindingKind.ReservedKey => $"tag '{FoundKey}' starts with {TagLimits.ReservedPrefix}, which only AWS may set",
        TagFindingKind.KeyLength => $"tag key of {FoundKey?.Length} characters; allowed: {Allowed}",
        TagFindingKind.ValueLength => $"tag {Key} has a value of {FoundValue?.Length} characters; allowed: {Allowed}",
        TagFindingKind.KeyCharacters => $"tag key '{FoundKey}' has a character that AWS does not take; allowed: {Allowed}",
        TagFindingKind.ValueCharacters => $"tag {Key} has a character in its value that AWS does not take; allowed: {Allowed}",
        TagFindingKind.TooManyTags => $"more tags than a resource may have; allowed: {Allowed}",
        _ when Suggestion is not null => $"tag {Key} has the value '{FoundValue}'; did you mean '{Suggestion}'?",
        _ => $"tag {Key} has the value '{FoundValue}'; allowed: {Allowed}",
    };
}
