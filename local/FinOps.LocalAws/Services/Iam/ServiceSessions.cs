using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Sessions that services of AWS take of the roles that they are given.</summary>
internal static class ServiceSessions
{
    /// <returns>Null when there is no such role, or it does not trust the service.</returns>
    public static TemporaryCredential? Issue(LocalAwsEnvironment environment, string service, string roleArn, string sessionName, TimeSpan lifetime)
    {
        if (roleArn.Split(':') is not [_, _, "iam", _, var account, var resource] || !resource.StartsWith("role/", StringComparison.Ordinal))
            return null;
        var name = resource.Split('/')[^1];
        return RoleStore.Find(environment.Store, account, name) is { } role && TrustPolicy.TrustsService((string)role["AssumeRolePolicyDocument"]!, service)
            ? environment.Credentials.Issue(account, $"arn:aws:sts::{account}:assumed-role/{name}/{sessionName}", $"{(string?)role["RoleId"]}:{sessionName}", lifetime)
            : null;
    }
}
