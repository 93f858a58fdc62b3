using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>A refusal that goes to the caller in the shape of the call's own protocol.</summary>
/// <param name="code">AWS's error code as the model spells it, for example <c>PolicyNotFoundException</c>.</param>
/// <param name="message">What the caller reads.</param>
/// <param name="status">HTTP status; 400 for most modelled errors.</param>
internal sealed class AwsError(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Further members of the error's shape, for example <c>Reason</c> of ConstraintViolationException.</summary>
    public JsonObject Members { get; init; } = [];

    /// <summary>The code that the service had when it spoke the query protocol; goes into x-amzn-query-error.</summary>
    public string? QueryCode { get; init; }

    /// <summary>The message member's name; some services spell it with a capital.</summary>
    public string MessageMember { get; init; } = "message";
}
