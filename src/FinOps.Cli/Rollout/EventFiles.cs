using FinOps.Core.Problems;
using FinOps.Core.Rollout.Evidence;

namespace FinOps.Cli.Rollout;

/// <summary>The files of CloudTrail that <c>--events</c> names: one, or all .json and .json.gz below a folder.</summary>
internal static class EventFiles
{
    /// <exception cref="ProblemException">FIN1211: there is nothing to read, or a file cannot be opened.</exception>
    public static async Task<EvidenceReading> ReadAsync(string path, Action<CloudTrailEvent> take, CancellationToken cancellationToken)
    {
        var files = Find(path);
        if (files.Count == 0)
        {
            throw Unreadable(path, "no .json and no .json.gz file");
        }

        var reader = new CloudTrailReader();
        foreach (var file in files)
        {
            await using var stream = Open(file);
            await foreach (var call in reader.ReadAsync(stream, Path.GetFileName(file), cancellationToken))
            {
                take(call);
            }
        }

        return reader.Reading;
    }

    private static List<string> Find(string path) => File.Exists(path) ? [path]
        : Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
                // Digests stand beside the logs and hold their hashes, no records.
                .Where(file => !Path.GetFileName(file).Contains("_CloudTrail-Digest_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)]
            : throw Unreadable(path, "no such file or folder");

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e.Message);
        }
    }

    private static ProblemException Unreadable(string path, string found) =>
        new([new Problem("FIN1211", "command line", "--events", $"'{path}': {found}", "a file of CloudTrail, or a folder with some", "Fetch them: aws s3 sync s3://TRAIL-BUCKET/AWSLogs events")]);
}
