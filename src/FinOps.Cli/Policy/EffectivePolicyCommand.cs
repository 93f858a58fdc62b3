using System.CommandLine;
using System.CommandLine.Parsing;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;
using FinOps.Functions.Organizations;
using Spectre.Console;

namespace FinOps.Cli.Policy;

/// <summary><c>finops policy effective</c>: the tag policy that holds for an account, and where each value of it comes from.</summary>
internal static class EffectivePolicyCommand
{
    public static Command Create(CliContext context)
    {
        var account = new Option<string?>("--account") { Description = "The account whose effective tag policy is shown." };
        var file = new Option<string?>("--file") { Description = "Read the organization from this file (written by --fetch) instead of from AWS." };
        var fetch = new Option<string?>("--fetch") { Description = "Write the organization's tree and tag policies to this file, for offline use and for the policy pack." };
        var compare = new Option<bool>("--compare") { Description = "Hold the result against DescribeEffectivePolicy; a difference fails the command." };
        var format = new Option<string>("--format", "-f") { Description = "text: with the origin of every value. json: the same for programs.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var target = new AwsTarget();
        var command = new Command("effective", "The tag policy that the Organization enforces in an account, and which policy each value comes from.") { account, file, fetch, compare, format, output };
        target.AddTo(command);
        command.Validators.Add(result => Check(result, account, file, fetch, compare));
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            await using var aws = parsed.GetValue(file) is null ? await target.OpenAsync(parsed, context.Time, cancellationToken) : null;
            using var reader = aws is null ? null : PolicyReader.Create(aws.Connection);
            var read = reader is null ? Read(parsed.GetValue(file)!) : await reader.ReadAsync(cancellationToken);
            if (parsed.GetValue(fetch) is { } bundle)
            {
                await File.WriteAllTextAsync(bundle, read.ToJson() + "\n", cancellationToken);
                context.Error.WriteLine($"{read.Targets.Length} targets and {read.Policies.Count} tag policies, written: {Path.GetFullPath(bundle)}");
            }

            return parsed.GetValue(account) is { } id ? await ShowAsync(read, id, reader) : ExitCodes.Done;

            async Task<int> ShowAsync(PolicyOrganization read, string id, PolicyReader? reader)
            {
                var policy = read.EffectiveFor(id);
                var text = parsed.GetValue(format) == "json" ? EffectivePolicyPage.Json(policy) : EffectivePolicyPage.Text(policy, read.LevelsTo(id));
                await context.WriteResultAsync(text, parsed.GetValue(output), cancellationToken);
                if (parsed.GetValue(compare))
                {
                    Compare(PolicyReader.Differences(policy, await reader!.EffectiveAsync(id, cancellationToken)), id);
                    context.Error.WriteLine("DescribeEffectivePolicy says the same.");
                }

                return ExitCodes.Done;
            }
        }));
        return command;
    }

    private static void Check(CommandResult result, Option<string?> account, Option<string?> file, Option<string?> fetch, Option<bool> compare)
    {
        if (result.GetValue(account) is null && (result.GetValue(fetch) is null || result.GetValue(compare)))
        {
            result.AddError("Give --account ID, or --fetch FILE, or both.");
        }

        if (result.GetValue(file) is not null && (result.GetValue(fetch) is not null || result.GetValue(compare)))
        {
            result.AddError("--file reads no AWS, so --fetch and --compare have nothing to ask.");
        }
    }

    /// <exception cref="ProblemException">FIN1140: every difference.</exception>
    internal static void Compare(IReadOnlyList<string> differences, string account)
    {
        if (differences.Count > 0)
        {
            throw new ProblemException([.. differences.Select(difference => new Problem(
                "FIN1140", "DescribeEffectivePolicy", $"account {account}", difference, "what DescribeEffectivePolicy says",
                "Wait a minute if a policy was changed just now; else report the difference together with the file that --fetch writes."))]);
        }
    }

    private static PolicyOrganization Read(string file) =>
        PolicyOrganization.Parse(Utf8File.Read(file, "FIN1141", "Write it with 'finops policy effective --fetch FILE'."), file);
}
