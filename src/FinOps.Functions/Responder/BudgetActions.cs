using Action = Amazon.Budgets.Model.Action;

namespace FinOps.Functions.Responder;

/// <summary>Actions of budgets in words.</summary>
public static class BudgetActions
{
    /// <summary>What an action would do.</summary>
    public static string Describe(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Definition switch
        {
            { ScpActionDefinition: { } scp } => $"attach the service control policy {scp.PolicyId} to {Some(scp.TargetIds)}",
            { IamActionDefinition: { } iam } => $"attach the policy {iam.PolicyArn} to {Some([.. iam.Roles ?? [], .. iam.Groups ?? [], .. iam.Users ?? []])}",
            { SsmActionDefinition: { } ssm } => $"{(ssm.ActionSubType?.Value == "STOP_RDS_INSTANCES" ? "stop the databases" : "stop the instances")} {Some(ssm.InstanceIds)} in {ssm.Region}",
            _ => action.ActionType?.Value ?? "an action",
        };
    }

    /// <summary>The command by which a person with the right to do so approves it. The name of a budget is data and stays one word of the shell.</summary>
    public static string ApproveCommand(string budget, string actionId) => $"finops run budget-action --budget {Quoted(budget)} --action {Quoted(actionId)} --approve --aws real";

    private static string Some(List<string>? names) => names is not { Count: > 0 } ? "nothing" : names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
