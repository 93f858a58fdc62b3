namespace FinOps.Cli.Errors;

/// <summary>What the process answers to its caller; README lists them.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int CommandLine = 2;

    /// <summary>128 + SIGINT, as shells expect.</summary>
    public const int Interrupted = 130;
}
