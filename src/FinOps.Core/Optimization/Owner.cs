namespace FinOps.Core.Optimization;

/// <param name="Name">A team as the tag standard knows it, or an account's name; empty for nobody.</param>
/// <param name="Mail">The team's mailbox, where the standard has one.</param>
public sealed record Owner(string Name, OwnerSource Source, string? Mail)
{
    public static Owner Nobody { get; } = new("", OwnerSource.None, null);
}
