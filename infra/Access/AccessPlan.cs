using FinOps.Infra.Settings;

namespace FinOps.Infra.Access;

/// <summary>What readers are called and how long they stay, checked.</summary>
/// <param name="Name">Of the permission set or the role.</param>
/// <param name="AccountId">The management account, where the bill is.</param>
internal sealed record AccessPlan(AccessSettings Settings, string Name, string AccountId)
{
    /// <summary>Identity Center's limit for the name of a permission set.</summary>
    private const int LongestName = 32;

    /// <summary>As Identity Center writes it, <c>PT8H</c>.</summary>
    public string SessionDuration => $"PT{Settings.SessionHours}H";

    /// <summary>The readers as <c>aws:PrincipalArn</c> names them; Identity Center puts its region into the path of its roles, or does not.</summary>
    public string ReaderArn => Settings.Group is null
        ? $"arn:aws:iam::{AccountId}:role/{Name}"
        : $"arn:aws:iam::{AccountId}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_{Name}_*";

    /// <summary>Who may assume the readers' role, as ARNs.</summary>
    public IReadOnlyList<string> PrincipalArns => [.. Settings.Principals.Select(principal => principal.StartsWith("arn:", StringComparison.Ordinal) ? principal : $"arn:aws:iam::{AccountId}:{principal}")];

    /// <returns>Null when the part is off.</returns>
    public static AccessPlan? Find(StackFacts facts) => facts.Find<AccessSettings>() is { Enabled: true } settings
        ? new AccessPlan(settings, $"finops-{facts.StackName}-readers", facts.AccountId)
        : null;

    /// <param name="problems">Takes FIN1270 (who reads) and FIN1271 (names).</param>
    public void Check(string stackName, SettingsProblems problems)
    {
        if (Settings.Group is null && Settings.Principals.Count == 0)
        {
            problems.Add("no readers", "group, or principals where there is no IAM Identity Center", "Name the group's id.", "FIN1270");
        }

        if (Settings.Group is not null && Settings.Principals.Count > 0)
        {
            problems.At("principals").Add("principals beside a group", "one of the two", "Remove the principals: the group's people come through Identity Center.", "FIN1270");
        }

        if (Name.Length > LongestName)
        {
            problems.Add($"the stack name {stackName}", $"a stack name of at most {LongestName - (Name.Length - stackName.Length)} characters", "Shorten the stack's name: the permission set's name holds it.", "FIN1271");
        }
    }

    /// <summary>The statement that keeps others from reading objects. Managing the bucket stays with whoever may do it, so that nobody is locked out.</summary>
    /// <param name="functions">Names of the roles that write reports; links that they sign keep working.</param>
    public object ReadersOnly(string bucketArn, IEnumerable<string> functions) => new
    {
        Sid = "ReadersOnly",
        Effect = "Deny",
        Principal = "*",
        Action = new[] { "s3:GetObject", "s3:GetObjectVersion" },
        Resource = $"{bucketArn}/*",
        Condition = new
        {
            ArnNotLike = new Dictionary<string, object>
            {
                ["aws:PrincipalArn"] = (string[])
                [
                    ReaderArn,
                    .. functions.Select(function => $"arn:aws:iam::{AccountId}:role/{function}"),
                    .. Settings.BreakGlass.Select(principal => $"arn:aws:iam::{AccountId}:{principal}"),
                ],
            },
        },
    };
}
