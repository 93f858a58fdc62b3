namespace FinOps.Cli.Policy.Formats;

/// <summary>The formats of a check by the name that the command line has for them.</summary>
internal static class PolicyFormats
{
    public const string Default = "text";

    private static readonly (string Name, Func<PolicyCheckReport, RuleLinks, string> Render)[] _formats =
    [
        (Default, TextFormat.Render),
        ("json", JsonFormat.Render),
        ("sarif", SarifFormat.Render),
        ("junit", JUnitFormat.Render),
        ("github", GitHubFormat.Render),
        ("gitlab", GitLabFormat.Render),
        ("markdown", MarkdownFormat.Render),
    ];

    public static IEnumerable<string> Names => _formats.Select(format => format.Name);

    public static string Render(string name, PolicyCheckReport report, RuleLinks links) => _formats.Single(format => format.Name == name).Render(report, links);
}
