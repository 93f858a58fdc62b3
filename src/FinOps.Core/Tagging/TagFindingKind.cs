namespace FinOps.Core.Tagging;

public enum TagFindingKind
{
    /// <summary>A required key is not there.</summary>
    MissingKey,

    /// <summary>A key is a key of the standard but for casing and separators.</summary>
    KeyMiscased,

    /// <summary>A key is close to one of the standard, or a synonym of one.</summary>
    KeyMisspelt,

    ValueNotAllowed,

    /// <summary>The value is allowed but for its casing.</summary>
    ValueMiscased,

    /// <summary>The value is close to an allowed one.</summary>
    ValueMisspelt,

    /// <summary>The key starts with <c>aws:</c>.</summary>
    ReservedKey,
    KeyLength,
    ValueLength,
    KeyCharacters,
    ValueCharacters,
    TooManyTags,
}
