namespace FinOps.Functions.Responder.Alerts;

/// <summary>One notification as SNS handed it over. Subject and message are data: anybody who may publish wrote them.</summary>
/// <param name="MessageId">Stays the same when Lambda tries the event again.</param>
/// <param name="AccountId">The account of the topic; null when the topic's ARN says none.</param>
/// <param name="At">When it was published.</param>
public sealed record SnsAlert(string MessageId, string? AccountId, DateTimeOffset At, string Subject, string Message);
