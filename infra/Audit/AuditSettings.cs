using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Audit;

/// <summary>Who is told, with who, what, when and where, when somebody weakens FinOps: a budget deleted, a policy detached, an export stopped.</summary>
public sealed record AuditSettings
{
    /// <summary>Whether such changes are watched. It takes a CloudTrail trail that records management events in the watched regions.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Enabled { get; init; }

    /// <summary>Addresses that are told; each must confirm once for each watched region.</summary>
    [Email]
    [Items(0, 50, "recipients", "Use a group address when there are more.")]
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Names of roles whose changes are expected and not told, such as the one that deploys this stack.</summary>
    [Matches(@"[\w+=,.@-]{1,64}", "the name of an IAM role, without path and ARN", "finops-deploy")]
    [Items(0, 20, "roles", "Let one role deploy for the others.")]
    public IReadOnlyList<string> ExpectedRoles { get; init; } = [];
}
