using System.Text.Json;

namespace FinOps.Infra.Permissions;

/// <summary>Policy documents as IAM writes them, and the statements that more than one of them has.</summary>
internal static class PolicyDocument
{
    /// <param name="statements">Objects whose properties are called as IAM calls them.</param>
    public static string Of(params IEnumerable<object> statements) => JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements });

    public static object Allow(string sid, string[] actions, params string[] resources) => new { Sid = sid, Effect = "Allow", Action = actions, Resource = resources };

    /// <param name="service">The service principal that may assume the role.</param>
    /// <param name="sourceAccount">Binds the service to calls on behalf of this account (the confused-deputy condition).</param>
    public static string Trust(string service, string? sourceAccount = null)
    {
        var statement = new Dictionary<string, object>
        {
            ["Effect"] = "Allow",
            ["Principal"] = new { Service = service },
            ["Action"] = "sts:AssumeRole",
        };
        if (sourceAccount is not null)
        {
            statement["Condition"] = new { StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = sourceAccount } };
        }

        return Of(statement);
    }

    /// <summary>The statement without which nobody could administer a key any more: IAM of its account decides.</summary>
    public static object AdministerKey(string accountId) =>
        new { Sid = "Administer", Effect = "Allow", Principal = new { AWS = $"arn:aws:iam::{accountId}:root" }, Action = "kms:*", Resource = "*" };
}
