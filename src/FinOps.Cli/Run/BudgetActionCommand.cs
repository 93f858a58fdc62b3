using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Functions.Aws;
using FinOps.Functions.Responder;

namespace FinOps.Cli.Run;

/// <summary><c>finops run budget-action</c>: shows what of a budget waits for approval, and approves it when it is told to.</summary>
internal static class BudgetActionCommand
{
    public static Command Create(CliContext context)
    {
        var budget = new Option<string>("--budget") { Description = "The budget's name.", Required = true };
        var action = new Option<string?>("--action") { Description = "The action's id; the message that tells of it has it." };
        var approve = new Option<bool>("--approve") { Description = "Approve it: AWS then does what the action says." };
        var target = new AwsTarget();
        var command = new Command("budget-action", "Show the actions of a budget that wait for approval, and approve one.") { budget, action, approve };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var name = parsed.GetValue(budget)!;
            if (parsed.GetValue(approve))
            {
                var approved = await BudgetApproval.ApproveAsync(clients, name, parsed.GetValue(action), context.Time, cancellationToken);
                await context.WriteResultAsync($"Approved: {BudgetActions.Describe(approved)}.", null, cancellationToken);
                return ExitCodes.Done;
            }

            var pending = await BudgetApproval.PendingAsync(clients, name, context.Time, cancellationToken);
            await context.WriteResultAsync(pending.Count == 0 ? "Nothing waits for approval." : string.Join('\n', pending.Select(each => $"{each.ActionId}: {BudgetActions.Describe(each)}")), null, cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }
}
