namespace FinOps.Infra.Audit;

/// <summary>What the message says: EventBridge fills the template from the event.</summary>
internal static class AuditMessage
{
    /// <summary>Only what every management event has: EventBridge does not deliver a message with an empty place outside of quotes.</summary>
    public static Dictionary<string, string> Paths { get; } = new()
    {
        ["who"] = "$.detail.userIdentity.arn",
        ["kind"] = "$.detail.userIdentity.type",
        ["what"] = "$.detail.eventName",
        ["service"] = "$.detail.eventSource",
        ["when"] = "$.detail.eventTime",
        ["region"] = "$.detail.awsRegion",
        ["account"] = "$.detail.recipientAccountId",
        ["from"] = "$.detail.sourceIPAddress",
        ["with"] = "$.detail.userAgent",
        ["request"] = "$.detail.requestParameters",
        ["event"] = "$.detail.eventID",
    };

    public static string Template(string description) => $$"""
        {
          "change": "{{description}}",
          "who": "<who>",
          "kind": "<kind>",
          "what": "<what>",
          "service": "<service>",
          "when": "<when>",
          "region": "<region>",
          "account": "<account>",
          "from": "<from>",
          "with": "<with>",
          "event": "<event>",
          "request": <request>
        }
        """;
}
