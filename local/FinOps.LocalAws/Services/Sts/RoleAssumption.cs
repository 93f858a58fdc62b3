using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Authorization;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sts;

/// <summary>AssumeRole: for roles that callers created, and for OrganizationAccountAccessRole of every active member account.</summary>
internal static partial class RoleAssumption
{
    private const string AccessRole = "OrganizationAccountAccessRole";

    public static IReadOnlyList<XElement> Run(LocalAwsEnvironment environment, QueryInput input, CallContext context)
    {
        var roleArn = input.Required("RoleArn");
        var session = input.Required("RoleSessionName");
        if (!SessionName().IsMatch(session))
            throw Invalid("roleSessionName", session, @"Member must satisfy regular expression pattern: [\w+=,.@-]{2,64}");
        var seconds = input.Integer("DurationSeconds", 3600);
        if (seconds is < 900 or > 43_200)
            throw Invalid("durationSeconds", seconds.ToString(CultureInfo.InvariantCulture), "Member must have value between 900 and 43200");
        var chained = context.Caller.Arn.Contains(":assumed-role/", StringComparison.Ordinal);
        if (chained && seconds > 3600)
            throw new AwsError("ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        if (RolePattern().Match(roleArn) is not { Success: true } match)
            throw new AwsError("ValidationError", $"{roleArn} is invalid");

        var (account, name) = (match.Groups["account"].Value, match.Groups["name"].Value.Split('/')[^1]);
        var roleId = FindRole(environment, account, name, input, context)
            ?? throw new AwsError("AccessDenied",
                $"User: {context.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}", 403);
        var arn = $"arn:aws:sts::{account}:assumed-role/{name}/{session}";
        var userId = $"{roleId}:{session}";
        var issued = environment.Credentials.Issue(account, arn, userId, TimeSpan.FromSeconds(seconds));
        return
        [
            new("Credentials",
                new XElement("AccessKeyId", issued.AccessKeyId),
                new XElement("SecretAccessKey", issued.Secret),
                new XElement("SessionToken", issued.SessionToken),
                new XElement("Expiration", issued.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
            new("AssumedRoleUser", new XElement("AssumedRoleId", userId), new XElement("Arn", arn)),
            new("PackedPolicySize", 0),
        ];
    }

    // The role's unique id when it exists and trusts the caller.
    private static string? FindRole(LocalAwsEnvironment environment, string account, string name, QueryInput input, CallContext context)
    {
        if (RoleStore.Find(environment.Store, account, name) is { } role)
            return new Gatekeeper(environment).Trusts(role, input.Required("RoleArn"), context, input.Optional("ExternalId")) ? (string)role["RoleId"]! : null;
        var member = environment.Organization.FindAccount(account);
        return name == AccessRole && member is { State: SyntheticAccountState.Active } && account != environment.ManagementAccountId
            && context.AccountId == environment.ManagementAccountId
            ? $"AROA{account}ORGAR"
            : null;
    }

    private static AwsError Invalid(string member, string value, string constraint) =>
        new("ValidationError", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z")]
    private static partial Regex SessionName();

    [GeneratedRegex(@"^arn:aws:iam::(?<account>\d{12}):role/(?<name>[\w+=,.@/-]{1,512})\z")]
    private static partial Regex RolePattern();
}
