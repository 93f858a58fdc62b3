using FinOps.Core.Problems;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Formats;

/// <summary>Makes links that work outside the repository of the paths that packs name.</summary>
/// <param name="root">Ends with a slash; null when nothing says where the repository can be read.</param>
internal sealed class RuleLinks(Uri? root)
{
    /// <param name="given">From the command line; null to look at the variables of CI systems.</param>
    /// <exception cref="ProblemException">FIN1110: not an absolute http or https URL.</exception>
    public static RuleLinks Create(string? given, Func<string, string?> variable)
    {
        if (given is not null)
        {
            return new RuleLinks(Root(given) ?? throw new ProblemException([new Problem("FIN1110", "command line", "--docs-url", $"'{given}'", "an http or https URL", "For example https://github.com/OWNER/REPOSITORY/blob/main.")]));
        }

        return new RuleLinks(
            Joined(variable("GITHUB_SERVER_URL"), variable("GITHUB_REPOSITORY"), "blob", variable("GITHUB_SHA"))
            ?? Joined(variable("CI_PROJECT_URL"), "-", "blob", variable("CI_COMMIT_SHA"))
            ?? Joined(variable("GIT_URL")?.Replace(".git", "", StringComparison.Ordinal), "blob", variable("GIT_COMMIT")));
    }

    /// <returns>Null when there is no page, or only a path that nothing makes a link of.</returns>
    public Uri? Of(PolicyRule rule) =>
        rule.Url.Length == 0 ? null
        : Uri.TryCreate(rule.Url, UriKind.Absolute, out var url) ? (url.Scheme is "http" or "https" ? url : null)
        : root is not null && Uri.TryCreate(root, rule.Url, out var page) ? page
        : null;

    private static Uri? Joined(params string?[] parts) => parts.All(part => part is { Length: > 0 }) ? Root(string.Join('/', parts)) : null;

    private static Uri? Root(string text) => Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
