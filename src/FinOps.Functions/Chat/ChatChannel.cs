using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Chat;

/// <summary>A channel that may be written to.</summary>
/// <param name="Parameter">The parameter of Systems Manager that holds its webhook.</param>
/// <param name="Kind">Null to tell by the webhook's host.</param>
public sealed record ChatChannel(string Parameter, ChatKind? Kind)
{
    public const string ParameterVariable = "FINOPS_CHAT_WEBHOOK_PARAMETER";
    public const string KindVariable = "FINOPS_CHAT_KIND";

    /// <returns>Null when there is no channel.</returns>
    /// <exception cref="ProblemException">FIN5003.</exception>
    public static ChatChannel? FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(ParameterVariable) is not { Length: > 0 } parameter)
            return null;
        return variable(KindVariable) switch
        {
            null or "" => new ChatChannel(parameter, null),
            "slack" => new ChatChannel(parameter, ChatKind.Slack),
            "teams" => new ChatChannel(parameter, ChatKind.Teams),
            var other => throw new ProblemException([new Problem(AwsFailure.Settings, "environment", KindVariable, $"'{other}'", "slack, teams, or nothing to tell by the webhook's host", "Write slack.")]),
        };
    }
}
