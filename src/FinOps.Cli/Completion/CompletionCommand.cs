using System.CommandLine;
using FinOps.Cli.Errors;
using Spectre.Console;

namespace FinOps.Cli.Completion;

/// <summary><c>finops completion bash|zsh|fish</c>: a script that asks the command itself what may come next.</summary>
internal static class CompletionCommand
{
    // The parser answers "[suggest:POSITION] LINE" with one candidate a line.
    private static readonly Dictionary<string, string> _scripts = new()
    {
        ["bash"] = """
            _finops() {
              local candidates
              candidates="$(finops "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
              mapfile -t COMPREPLY < <(compgen -W "${candidates}" -- "${COMP_WORDS[COMP_CWORD]}")
            }
            complete -o default -F _finops finops ./finops
            """,
        ["zsh"] = """
            _finops() {
              local -a candidates
              candidates=("${(@f)$(finops "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a candidates
            }
            compdef _finops finops
            """,
        ["fish"] = """
            complete -c finops -f -a '(finops "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
            """,
    };

    public static Command Create(CliContext context)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong([.. _scripts.Keys]);
        var command = new Command("completion", "Print a completion script: source <(finops completion bash)") { shell };
        command.SetAction(parsed =>
        {
            context.Output.WriteLine(_scripts[parsed.GetRequiredValue(shell)]);
            return ExitCodes.Done;
        });
        return command;
    }
}
