using System.Text.Json.Nodes;

namespace FinOps.Infra.Audit;

/// <summary>Calls of one service that weaken FinOps.</summary>
/// <param name="Name">Ends the name of the EventBridge rule.</param>
/// <param name="Description">What the calls do, as the message says it.</param>
/// <param name="Service">The service as CloudTrail names it, without <c>.amazonaws.com</c>.</param>
/// <param name="IsGlobal">Whether CloudTrail records the service's calls in us-east-1 alone.</param>
/// <param name="Calls">CloudTrail's event names; those of older services end in the version of their API.</param>
internal sealed record AuditRule(string Name, string Description, string Service, bool IsGlobal, IReadOnlyList<string> Calls)
{
    /// <summary>What the request must be about, as a pattern below <c>detail</c>; null takes every request.</summary>
    public JsonObject? Request { get; init; }

    /// <summary>The pattern of the EventBridge rule. Refused calls changed nothing and do not match.</summary>
    /// <param name="expectedRoles">Names of roles whose calls do not match.</param>
    public string Pattern(IReadOnlyList<string> expectedRoles)
    {
        var detail = Request is null ? [] : (JsonObject)Request.DeepClone();
        detail["eventSource"] = new JsonArray($"{Service}.amazonaws.com");
        detail["eventName"] = Texts(Calls);
        detail["errorCode"] = new JsonArray(new JsonObject { ["exists"] = false });
        if (expectedRoles.Count > 0)
        {
            // anything-but alone would leave out whoever is no role: the root user and IAM users.
            detail["userIdentity"] = new JsonObject
            {
                ["sessionContext"] = new JsonObject
                {
                    ["sessionIssuer"] = new JsonObject
                    {
                        ["userName"] = new JsonArray(new JsonObject { ["exists"] = false }, new JsonObject { ["anything-but"] = Texts(expectedRoles) }),
                    },
                },
            };
        }

        return new JsonObject
        {
            ["source"] = new JsonArray($"aws.{Service}"),
            ["detail-type"] = new JsonArray("AWS API Call via CloudTrail"),
            ["detail"] = detail,
        }.ToJsonString();
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
