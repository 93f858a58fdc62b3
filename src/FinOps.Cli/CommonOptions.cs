using System.CommandLine;

namespace FinOps.Cli;

/// <summary>Options that several commands share, each described once.</summary>
internal static class CommonOptions
{
    public const string DefaultFolder = ".finops";

    public static Option<string> Folder() => new("--data")
    {
        Description = "Folder of everything that is written: state, the embedded AWS, reports.",
        DefaultValueFactory = _ => DefaultFolder,
    };
}
