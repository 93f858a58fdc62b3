using System.CommandLine;
using System.Globalization;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Rendering;
using FinOps.Functions.Resources;
using FinOps.Functions.TagFixes;
using FinOps.Functions.TagInventory;
using FinOps.Functions.TagInventory.Rendering;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary><c>finops report tags</c>: all keys and values of the organization, and what should be written another way.</summary>
internal static class TagsCommand
{
    public static Command Create(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => ReportFormats.Markdown };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var fixes = new Option<string?>("--fixes") { Description = "Write the proposed fixes to this CSV file, for 'finops run tag-fixes'." };
        var batches = new Option<string?>("--batches") { Description = "Write the fixes to this folder as scripts and inputs for the AWS CLI, by account." };
        var billKeys = new Option<string?>("--bill-keys") { Description = $"For how many keys the bill is asked, 0 to {TagInventoryOptions.MostBillKeys}; each costs 0.01 USD (default: {TagInventoryOptions.DefaultBillKeys})." };
        var role = new Option<string?>("--role") { Description = "The reader role in member accounts (default: the one of FINOPS_MEMBER_READER_ROLE; without any, the own account only)." };
        var externalId = new Option<string>("--external-id") { Description = "What the trust of that role asks for.", DefaultValueFactory = _ => "finops" };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var target = new AwsTarget();
        var command = new Command("tags", "All tag keys and values of all accounts and regions: use, cost, spellings of one word, and the fixes.") { format, output, fixes, batches, billKeys, role, externalId, standard };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = new TagInventoryOptions
            {
                Standard = TagStandard.Load(parsed.GetValue(standard)!),
                BillKeys = TagInventoryOptions.ReadBillKeys(parsed.GetValue(billKeys), "command line", "--bill-keys"),
            };
            var members = parsed.GetValue(role) is { } name
                ? new MemberSettings(name, parsed.GetValue(externalId)!)
                : MemberSettings.FromEnvironment(Environment.GetEnvironmentVariable, MemberSettings.ReaderRoleVariable);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            using var sessions = new MemberSessions(aws.Connection, members, TagInventoryAnalyzer.FunctionName);
            var (report, proposed) = await TagInventoryAnalyzer.RunAsync(
                options, sessions, ScanSettings.FromEnvironment(Environment.GetEnvironmentVariable), clients, context.Time, cancellationToken, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await context.WriteResultAsync(await TagInventoryRenderer.Instance.RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            if (parsed.GetValue(fixes) is { } file)
                await context.WriteResultAsync(FixFile.Write(proposed), file, cancellationToken);
            if (parsed.GetValue(batches) is { } folder)
                await WriteBatchesAsync(context, proposed, folder, cancellationToken);
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Totals.Resources} resources, {report.Fixes.Tags} tags to change, {report.Cost.Words}"));
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>For each account a script, and beside it each call as an input of its own.</summary>
    private static async Task WriteBatchesAsync(CliContext context, IReadOnlyList<TagFix> fixes, string folder, CancellationToken cancellationToken)
    {
        foreach (var account in TagBatches.Of(fixes).GroupBy(batch => batch.AccountId, StringComparer.Ordinal))
        {
            await context.WriteResultAsync(TagScript.Of(account.Key, account), Path.Combine(folder, $"{account.Key}.sh"), cancellationToken);
            foreach (var (number, batch) in account.Index())
                await context.WriteResultAsync(TagScript.Input(batch), Path.Combine(folder, account.Key, string.Create(CultureInfo.InvariantCulture, $"{number + 1:0000}-{batch.Region}-{batch.Command}.json")), cancellationToken);
        }
    }
}
