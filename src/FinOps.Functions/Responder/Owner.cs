namespace FinOps.Functions.Responder;

/// <summary>Who is told.</summary>
/// <param name="Name">A team of the tag standard, or whoever answers for all that nobody owns.</param>
/// <param name="Addresses">Mailboxes; a team has one.</param>
/// <param name="Why">How it was found.</param>
public sealed record Owner(string Name, IReadOnlyList<string> Addresses, string Why);
