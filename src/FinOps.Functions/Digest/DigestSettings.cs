using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Digest;

public static class DigestSettings
{
    /// <param name="source">Where it stands, for messages.</param>
    /// <returns>The week as it was given; null for none.</returns>
    /// <exception cref="ProblemException">FIN5003: it is no week.</exception>
    public static string? Week(string? given, string source, string path) => given is null || Weeks.TryParse(given, out _)
        ? given
        : throw new ProblemException([new Problem(AwsFailure.Settings, source, path, $"'{given}'", "a week as ISO 8601 counts them", "Write 2026-W47, or leave it out for the current one.")]);
}
