namespace FinOps.Cli.Tests;

/// <summary>The AWS CLI, unmodified, where the machine has one.</summary>
internal static class AwsCli
{
    public static bool IsPresent { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "aws")));
}
