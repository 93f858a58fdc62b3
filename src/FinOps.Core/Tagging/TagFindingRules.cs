namespace FinOps.Core.Tagging;

/// <summary>The rule of the policy pack that tells a finding; each kind belongs to one rule. Waivers name these ids, for stacks and for live resources alike.</summary>
public static class TagFindingRules
{
    public const string Missing = "TAG001";
    public const string Value = "TAG002";
    public const string Spelling = "TAG003";
    public const string Limit = "TAG005";

    public static string Of(TagFindingKind kind) => kind switch
    {
        TagFindingKind.MissingKey => Missing,
        TagFindingKind.ValueNotAllowed => Value,
        TagFindingKind.KeyMiscased or TagFindingKind.KeyMisspelt or TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt => Spelling,
        TagFindingKind.ReservedKey or TagFindingKind.KeyLength or TagFindingKind.ValueLength
            or TagFindingKind.KeyCharacters or TagFindingKind.ValueCharacters or TagFindingKind.TooManyTags => Limit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind without a rule"),
    };
}
