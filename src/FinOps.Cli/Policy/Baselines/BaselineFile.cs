using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Baselines;
using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Baselines;

/// <summary>Where a baseline lies, and how it is written.</summary>
internal static class BaselineFile
{
    private static readonly JsonDocumentOptions _asTheEngine = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The file that the packs read: the one that a configuration names, else the one beside the tag standard, which
    /// <c>FINOPS_TAG_STANDARD</c> names or which stands in a pack's folder or the nearest one above it.
    /// </summary>
    /// <param name="workingDirectory">Where packs run, which paths in their configuration start from.</param>
    /// <param name="variable">Environment variables.</param>
    /// <exception cref="ProblemException">FIN1130: there is no standard beside which it could lie.</exception>
    public static string Locate(IReadOnlyList<PolicyPackRequest> packs, string workingDirectory, Func<string, string?> variable)
    {
        if (packs.Select(pack => pack.ConfigFile).OfType<string>().Select(Configured).OfType<string>().FirstOrDefault() is { } named)
        {
            return Path.GetFullPath(named, Path.GetFullPath(workingDirectory));
        }

        var standard = variable("FINOPS_TAG_STANDARD") is { Length: > 0 } given
            ? Path.GetFullPath(given, Path.GetFullPath(workingDirectory))
            : packs.Select(pack => TagStandardFile.FindUpwards(pack.Directory)).OfType<string>().FirstOrDefault();
        return standard is not null
            ? Path.Combine(Path.GetDirectoryName(standard)!, Baseline.FileName)
            : throw new ProblemException([new Problem(
                "FIN1130", "command line", "--out", $"nothing, and no {TagStandard.FileName} in the folder of the pack or above it", "the file of the baseline", $"Name it: --out {Baseline.FileName}.")]);
    }

    /// <exception cref="ProblemException">FIN1133: it cannot be written; what was there before is still there.</exception>
    public static void Write(string file, Baseline baseline)
    {
        try
        {
            Utf8File.Replace(file, baseline.ToJson());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem("FIN1133", file, "file", $"a file that cannot be written: {e.Message}", "a file in a folder that can be written", "Make it writable, or name another with --out.")]);
        }
    }

    /// <summary>The engine has read this configuration before, so that it is there and has the right form.</summary>
    private static string? Configured(string configFile) => string.IsNullOrWhiteSpace(File.ReadAllText(configFile)) ? null
        : JsonNode.Parse(File.ReadAllText(configFile), documentOptions: _asTheEngine)!.AsObject()
            .Where(item => item.Key.StartsWith(Baseline.UpkeepRule + "-", StringComparison.Ordinal))
            .Select(item => (string?)(item.Value as JsonObject)?[Baseline.FileProperty]).FirstOrDefault();
}
