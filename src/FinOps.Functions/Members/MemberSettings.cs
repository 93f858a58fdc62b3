using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Members;

/// <summary>The role by which a function works in member accounts.</summary>
/// <param name="RoleName">The same in every account.</param>
/// <param name="ExternalId">What the role's trust asks for; no secret.</param>
public sealed record MemberSettings(string RoleName, string ExternalId)
{
    public const string ReaderRoleVariable = "FINOPS_MEMBER_READER_ROLE";
    public const string SchedulerRoleVariable = "FINOPS_MEMBER_SCHEDULER_ROLE";
    public const string ExternalIdVariable = "FINOPS_MEMBER_EXTERNAL_ID";

    /// <param name="roleVariable">The variable that names the role.</param>
    /// <returns>Null when the stack puts no roles into member accounts.</returns>
    /// <exception cref="ProblemException">FIN5003: one of the two is missing.</exception>
    public static MemberSettings? FromEnvironment(Func<string, string?> variable, string roleVariable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var (role, externalId) = (variable(roleVariable), variable(ExternalIdVariable));
        return (role, externalId) switch
        {
            (null or "", null or "") => null,
            ({ Length: > 0 }, { Length: > 0 }) => new MemberSettings(role, externalId),
            _ => throw new ProblemException([new Problem(
                AwsFailure.Settings, "environment", string.IsNullOrEmpty(role) ? roleVariable : ExternalIdVariable, "nothing", $"both {roleVariable} and {ExternalIdVariable}, or neither",
                "Take both from the stack's outputs.")]),
        };
    }
}
