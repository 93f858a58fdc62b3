using System.Collections.Immutable;

namespace FinOps.LocalEngine.Deployments;

/// <summary>A policy of a pack, as the pack tells about it and as it was configured.</summary>
/// <param name="Name">Unique in the pack; findings and configs name it.</param>
/// <param name="DisplayName">For people; empty when the pack has none.</param>
/// <param name="Level">With which it ran.</param>
/// <param name="Severity">low, medium, high, critical, or empty.</param>
/// <param name="Tags">The pack's own words for it; packs often put the category first.</param>
/// <param name="Fix">What to do about a violation; empty when the pack does not say.</param>
/// <param name="Url">Its page: a URL, or a path in the repository of the pack; empty for none.</param>
public sealed record PolicyRule(
    string Pack,
    string PackVersion,
    string Name,
    string DisplayName,
    string Description,
    PolicyLevel Level,
    string Severity,
    ImmutableArray<string> Tags,
    string Fix,
    string Url);
