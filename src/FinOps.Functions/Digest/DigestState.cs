using FinOps.Functions.Reports;

namespace FinOps.Functions.Digest;

/// <summary>
/// What a week's digest says. It is stored before anybody is told, and a run that comes after tells from it: an owner who is told by a second run
/// reads the same as he would have by the first.
/// </summary>
/// <param name="Week"><c>2026-W47</c>, as ISO 8601 counts weeks.</param>
/// <param name="Owners">By name; who has nothing, and had nothing, is not here.</param>
/// <param name="Sources">The reports that were read.</param>
public sealed record DigestState(string Week, DateTimeOffset MadeAt, IReadOnlyList<OwnerDigest> Owners, IReadOnlyList<DigestSource> Sources, IReadOnlyList<Blindspot> NotSeen);

/// <param name="Function">Whose report it is.</param>
public sealed record DigestSource(string Function, DateOnly Day);

/// <param name="Owner">A team of the standard, or whoever answers for what nobody owns.</param>
/// <param name="New">Was not in the last digest.</param>
/// <param name="Open">Was there already.</param>
/// <param name="Fixed">Was there, its report was read again, and it is in it no more.</param>
/// <param name="NotLookedAt">Was there, and its report was not to be read: nobody knows.</param>
public sealed record OwnerDigest(string Owner, IReadOnlyList<DigestItem> New, IReadOnlyList<DigestItem> Open, IReadOnlyList<DigestItem> Fixed, IReadOnlyList<DigestItem> NotLookedAt)
{
    /// <summary>What the next digest compares with.</summary>
    internal IEnumerable<DigestItem> Standing => [.. New, .. Open, .. NotLookedAt];
}

/// <param name="Function">Whose finding it is.</param>
/// <param name="Since">The day of the first digest that had it.</param>
public sealed record DigestItem(string Function, Finding Finding, DateOnly Since)
{
    internal (string Function, string Id) Key => (Function, Finding.Id);
}
