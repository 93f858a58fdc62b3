using System.Globalization;
using System.Text.Json;
using FinOps.Core.Governance.ControlPolicies;

namespace FinOps.Core.Rollout.Evidence;

/// <summary>What kind of record CloudTrail wrote.</summary>
public enum CallKind
{
    /// <summary>A call of a user, role or federated session.</summary>
    Call,

    /// <summary>A call of an AWS service by itself, which no service control policy binds.</summary>
    ByService,

    /// <summary>A sign-in, an insight, a service's own event: nothing was called.</summary>
    NoCall,
}

/// <summary>One record of CloudTrail, as far as a service control policy could see the call.</summary>
/// <param name="Id">CloudTrail's eventID, which repeats when two trails deliver the same record; empty when it has none.</param>
/// <param name="Account">The account of the caller: its service control policies bind the call.</param>
/// <param name="RecordedIn">The account that the record was delivered to; another one for calls across accounts, which both record.</param>
/// <param name="Error">CloudTrail's errorCode; null when the call was done.</param>
/// <param name="Request">The call.</param>
public sealed record CloudTrailEvent(string Id, DateTimeOffset Time, string Account, string RecordedIn, string Region, CallKind Kind, string? Error, ScpRequest Request)
{
    /// <summary>A call that was refused for lack of permission: it is judged like one that was done.</summary>
    public bool IsRefused => Error is not null && (Error.Contains("AccessDenied", StringComparison.Ordinal) || Error.Contains("UnauthorizedOperation", StringComparison.Ordinal) || Error.Contains("NotAuthorized", StringComparison.Ordinal));

    /// <exception cref="FormatException">It is no record of CloudTrail; the message says what is missing.</exception>
    public static CloudTrailEvent Read(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("no object");
        }

        var identity = record.TryGetProperty("userIdentity", out var found) && found.ValueKind == JsonValueKind.Object ? found : throw new FormatException("no userIdentity");
        var time = DateTimeOffset.TryParse(Required(record, "eventTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed)
            ? parsed : throw new FormatException("an eventTime that is no time");
        var (source, name) = (Required(record, "eventSource"), Required(record, "eventName"));
        var recordedIn = Text(record, "recipientAccountId");
        var account = Text(identity, "accountId") ?? recordedIn ?? throw new FormatException("no account");
        var kind = Text(record, "eventType") is { } type && type != "AwsApiCall" ? CallKind.NoCall : Text(identity, "type") == "AWSService" ? CallKind.ByService : CallKind.Call;
        var region = Text(record, "awsRegion") ?? "us-east-1";
        var parameters = record.TryGetProperty("requestParameters", out var given) ? given : default;
        return new CloudTrailEvent(Text(record, "eventID") ?? "", time, account, recordedIn ?? account, region, kind, Text(record, "errorCode"),
            CallRequest.Of(CallRequest.Action(source, name), Principal(identity, account), account, region, parameters));
    }

    /// <summary>For a role, the role and not its session: that is what <c>aws:PrincipalArn</c> holds.</summary>
    private static string? Principal(JsonElement identity, string account) => Text(identity, "type") switch
    {
        "Root" => $"arn:aws:iam::{account}:root",
        "IAMUser" => Text(identity, "arn"),
        _ => identity.TryGetProperty("sessionContext", out var session) && session.ValueKind == JsonValueKind.Object
            && session.TryGetProperty("sessionIssuer", out var issuer) && issuer.ValueKind == JsonValueKind.Object ? Text(issuer, "arn") : null,
    };

    private static string Required(JsonElement json, string name) => Text(json, name) is { Length: > 0 } text ? text : throw new FormatException($"no {name}");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
