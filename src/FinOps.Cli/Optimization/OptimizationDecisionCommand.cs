using System.CommandLine;
using System.Globalization;
using FinOps.Cli.Errors;
using FinOps.Core.Files;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Problems;
using Spectre.Console;

namespace FinOps.Cli.Optimization;

/// <summary><c>finops optimization snooze|dismiss</c>: writes a decision into the file that reports read.</summary>
internal static class OptimizationDecisionCommand
{
    private const string BadOption = "FIN1320";

    public static Command Create(CliContext context) => new("optimization", "Decide about opportunities that 'finops report optimization' lists.")
    {
        Decide(context, DecisionKind.Snooze, "Set an opportunity aside until a day: not now."),
        Decide(context, DecisionKind.Dismiss, "Set an opportunity aside until a day: it will not be done."),
    };

    private static Command Decide(CliContext context, DecisionKind kind, string description)
    {
        var id = new Argument<string>("id") { Description = "The id of the opportunity, as reports print it." };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var by = new Option<string>("--by") { Description = "Who decided: a shared mailbox.", Required = true };
        var until = new Option<string>("--until") { Description = "The first day on which it counts again, as 2026-04-01.", Required = true };
        var file = new Option<string>("--decisions") { Description = "The file of decisions.", DefaultValueFactory = _ => DecisionList.FileName };
        var command = new Command(kind == DecisionKind.Snooze ? "snooze" : "dismiss", description) { id, reason, by, until, file };
        command.SetAction((parsed, _) => context.GuardAsync(() =>
        {
            var path = parsed.GetValue(file)!;
            var today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
            if (!DateOnly.TryParseExact(parsed.GetValue(until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day <= today)
                throw new ProblemException([new Problem(BadOption, "command line", "--until", $"'{parsed.GetValue(until)}'", $"a day after {today:yyyy-MM-dd}, as year-month-day", "A decision without an end is never looked at again.")]);
            var problems = new List<Problem>();
            var text = Utf8File.ReadIfThere(path, DecisionText.Bad, "Give read access to it, or save it as UTF-8.", problems);
            if (problems.Count > 0)
                throw new ProblemException(problems);
            var decision = new Decision(parsed.GetValue(id)!, kind, parsed.GetValue(reason)!, parsed.GetValue(by)!, day, 0);
            Utf8File.Replace(path, DecisionText.Add(text, decision, path));
            context.Error.WriteLine($"{path}: {decision.Option} is set aside until {day:yyyy-MM-dd}. Commit the file; the function knows it from the next deployment on.");
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }
}
