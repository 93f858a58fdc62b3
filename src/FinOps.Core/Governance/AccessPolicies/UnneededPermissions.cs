using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Text;

namespace FinOps.Core.Governance.AccessPolicies;

/// <summary>An action on a resource that a policy allows and that nothing needs.</summary>
/// <param name="Statement">Its Sid, or its position (<c>#2</c>) when it has none.</param>
/// <param name="Why">One sentence for a person.</param>
public sealed record UnneededPermission(string Policy, string Statement, string Action, string Resource, string Why);

/// <summary>An action on a resource as IAM evaluated it; <c>*</c> where the action knows no resources.</summary>
public sealed record UsedPermission(string Action, string Resource);

/// <summary>Compares what a policy allows with what was called: every pair of an action and a resource must have been needed, and none may be wider.</summary>
public static class UnneededPermissions
{
    private const string Everything = "*";

    public static IReadOnlyList<UnneededPermission> Find(AccessPolicy policy, IReadOnlyCollection<UsedPermission> used)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. from statement in policy.Statements
                   where statement.Allows
                   from action in statement.Actions.Patterns
                   from resource in statement.Resources.Patterns
                   let why = Why(statement, action, resource, used)
                   where why is not null
                   select new UnneededPermission(policy.Name, statement.Name, action, resource, why)];
    }

    private static string? Why(ScpStatement statement, string action, string resource, IReadOnlyCollection<UsedPermission> used)
    {
        if (statement.Actions.Inverted || statement.Resources.Inverted)
        {
            return "It allows everything but what it names.";
        }

        if (action.Contains('*', StringComparison.Ordinal) || action.Contains('?', StringComparison.Ordinal))
        {
            return "It allows actions that nobody names.";
        }

        var calls = used.Where(call => call.Action.Equals(action, StringComparison.OrdinalIgnoreCase) && Wildcard.Matches(resource, call.Resource, '?')).ToList();
        return calls.Count == 0 ? "Nothing called it."
            : resource == Everything && calls.All(call => call.Resource != Everything) ? $"It allows every resource; called was only {calls[0].Resource}."
            : null;
    }
}
