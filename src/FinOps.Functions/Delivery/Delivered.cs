namespace FinOps.Functions.Delivery;

/// <summary>Where a report went.</summary>
/// <param name="Files">s3:// addresses of its files.</param>
/// <param name="MailMessageId">SES's id: accepted, not yet delivered. Null when no mail was sent by this run.</param>
/// <param name="MailedTo">Who the mail went to.</param>
public sealed record Delivered(IReadOnlyList<string> Files, string? MailMessageId, IReadOnlyList<string> MailedTo)
{
    public static Delivered Nowhere { get; } = new([], null, []);
}
