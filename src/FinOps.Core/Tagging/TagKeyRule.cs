using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FinOps.Core.Tagging;

/// <summary>What the standard says about one key. Made and checked by <see cref="TagStandard.Parse"/>.</summary>
public sealed record TagKeyRule
{
    private readonly FrozenSet<string> _values = FrozenSet<string>.Empty;

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public bool Required { get; init; }

    /// <summary>Required only where another key has one of these values: key to values.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> RequiredWhen { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Where other keys narrow the allowed values further.</summary>
    public ImmutableArray<ConditionalValues> ValuesWhen { get; init; } = [];

    public ValueCasing Casing { get; init; }

    /// <summary>The allowed values in the order of the standard; empty when a pattern, or nothing, limits them.</summary>
    public ImmutableArray<string> Values
    {
        get;
        init
        {
            field = value;
            _values = value.ToFrozenSet(StringComparer.Ordinal);
        }
    } = [];

    /// <summary>Matches the whole value, in time that does not explode with it; null when values are listed or free.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The pattern as the standard writes it.</summary>
    public string? PatternText { get; init; }

    public string? Example { get; init; }

    /// <summary>The value that automation may fill in; null when only a person can know.</summary>
    public string? Default { get; init; }

    public bool CostAllocation { get; init; }

    public ImmutableArray<TypeGlob> AppliesTo { get; init; } = [];

    public ImmutableArray<TypeGlob> Except { get; init; } = [];

    /// <summary>Other names that people give this key.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>Types (<c>ec2:instance</c>) for which the Organizations tag policy refuses other values.</summary>
    public ImmutableArray<string> EnforcedFor { get; init; } = [];

    /// <summary>Types for which the Organizations tag policy reports a missing key.</summary>
    public ImmutableArray<string> ReportRequiredFor { get; init; } = [];

    /// <summary>The allowed values in words.</summary>
    public string Allowed => !Values.IsEmpty ? string.Join(", ", Values)
        : PatternText is not null ? $"text like {Example ?? "the pattern"} (pattern {PatternText})"
        : Casing == ValueCasing.Any ? "any text" : $"any text in {Casing.ToString().ToLowerInvariant()} case";

    public bool Applies(string typeToken) => AppliesTo.Any(glob => glob.Matches(typeToken)) && !Except.Any(glob => glob.Matches(typeToken));

    public bool IsAllowed(string value) =>
        value.Length <= TagLimits.ValueLength
        && (Values.IsEmpty || _values.Contains(value))
        && (Pattern is null || Pattern.IsMatch(value))
        && HasCasing(value);

    /// <returns>What is wrong with the value, or null.</returns>
    public TagFinding? Judge(string value)
    {
        if (value.Length > TagLimits.ValueLength)
        {
            return new TagFinding(TagFindingKind.ValueLength, Name, Name, value, null, $"at most {TagLimits.ValueLength} characters");
        }

        if (IsAllowed(value))
        {
            return null;
        }

        var (kind, suggestion) = Repair(value);
        return new TagFinding(kind, Name, Name, value, suggestion, Allowed);
    }

    /// <param name="tags">All tags of the resource; a condition on a value that is not known yet does not hold.</param>
    /// <returns>What is wrong with the value among the other tags, or null.</returns>
    public TagFinding? Judge(string value, IReadOnlyDictionary<string, string?> tags)
    {
        if (Judge(value) is { } wrong)
        {
            return wrong;
        }

        foreach (var when in ValuesWhen)
        {
            if (!when.Allowed.Contains(value) && when.HoldsFor(tags))
            {
                return new TagFinding(TagFindingKind.ValueNotAllowed, Name, Name, value, null, $"{string.Join(", ", when.Allowed)} where {when.Key} is {when.Value}");
            }
        }

        return null;
    }

    private (TagFindingKind Kind, string? Suggestion) Repair(string value)
    {
        foreach (var allowed in Values)
        {
            if (allowed.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return (TagFindingKind.ValueMiscased, allowed);
            }
        }

        if (Values.IsEmpty)
        {
            var recased = Casing == ValueCasing.Upper ? value.ToUpperInvariant() : value.ToLowerInvariant();
            return Casing != ValueCasing.Any && IsAllowed(recased)
                ? (TagFindingKind.ValueMiscased, recased)
                : (TagFindingKind.ValueNotAllowed, null);
        }

        return Spelling.Nearest(value, Values) is { } near
            ? (TagFindingKind.ValueMisspelt, near)
            : (TagFindingKind.ValueNotAllowed, null);
    }

    private bool HasCasing(string value) => Casing switch
    {
        ValueCasing.Lower => !value.Any(char.IsUpper),
        ValueCasing.Upper => !value.Any(char.IsLower),
        _ => true,
    };
}
