using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;

namespace FinOps.Cli.Rollout;

/// <summary><c>Pulumi.STACK.yaml</c> in a folder.</summary>
internal sealed class StackFileOnDisk(string folder, string stack)
{
    private readonly string _path = Path.GetFullPath(Path.Combine(folder, $"Pulumi.{stack}.yaml"));

    public string Name { get; } = $"Pulumi.{stack}.yaml";

    /// <exception cref="ProblemException">FIN1210: it cannot be read; or what <see cref="StackFile.Parse"/> refuses.</exception>
    public async Task<StackFile> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return StackFile.Parse(await File.ReadAllTextAsync(_path, cancellationToken), Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("which cannot be read", e);
        }
    }

    /// <exception cref="ProblemException">FIN1210: it cannot be written; the file is as it was.</exception>
    public void Write(string text)
    {
        try
        {
            Utf8File.Replace(_path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("which cannot be written", e);
        }
    }

    private ProblemException Failed(string what, Exception e) =>
        new([new Problem("FIN1210", "command line", "--stack", $"{Name}, {what}: {e.Message}", "a stack of the program in this folder", "Run it where Pulumi.yaml is, and name a stack that has a config file.")]);
}
