using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings;

/// <summary>Turns the stack config into <see cref="FinOpsSettings"/>, or lists everything that is wrong with it.</summary>
public static class SettingsLoader
{
    private static readonly string[] _sections = ["tags", "budgets", "anomalies", "reporting"];
    private static readonly int[] _retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <param name="config">Config as the engine hands it to programs: <c>project:key</c> to text, structured values as JSON.</param>
    /// <param name="project">The namespace that is ours; other namespaces (<c>aws:</c>) belong to providers.</param>
    /// <param name="file">The file to name in problems, <c>Pulumi.dev.yaml</c>.</param>
    /// <exception cref="ProblemException">Unknown, missing or invalid keys, all at once (FIN1101).</exception>
    public static FinOpsSettings Load(IReadOnlyDictionary<string, string> config, string project, string file)
    {
        var problems = new List<Problem>();
        foreach (var key in config.Keys.Where(key => key.StartsWith(project + ":", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = key[(project.Length + 1)..];
            if (!_sections.Contains(name))
            {
                problems.Add(new Problem("FIN1101", file, key, "an unknown key", string.Join(", ", _sections.Select(section => $"{project}:{section}")), Suggestion(name)));
            }
        }

        SettingsReader Section(string name) => new(file, $"{project}:{name}", Parse(config, $"{project}:{name}", file, problems), problems);

        var settings = new FinOpsSettings(
            Section("tags").Texts(),
            Budgets(Section("budgets")),
            Anomalies(Section("anomalies")),
            Reporting(Section("reporting")));
        return problems.Count == 0 ? settings : throw new ProblemException(problems);
    }

    private static string Suggestion(string name) =>
        Spelling.Nearest(name, _sections) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.";

    private static JsonElement? Parse(IReadOnlyDictionary<string, string> config, string key, string file, List<Problem> problems)
    {
        if (!config.TryGetValue(key, out var text))
        {
            problems.Add(new Problem("FIN1101", file, key, "nothing", "a map", "Copy the section from Pulumi.dev.yaml and change its values."));
            return null;
        }

        try
        {
            var json = JsonDocument.Parse(text).RootElement;
            if (json.ValueKind == JsonValueKind.Object)
            {
                return json;
            }
        }
        catch (JsonException)
        {
            // Plain text is reported below, like every other value that is not a map.
        }

        problems.Add(new Problem("FIN1101", file, key, text, "a map", "Write one key a line below it."));
        return null;
    }

    private static BudgetSettings Budgets(SettingsReader section)
    {
        var settings = new BudgetSettings(
            section.Money("organizationMonthly"),
            section.Money("accountMonthly"),
            section.Amounts("accounts"),
            section.Percentages("actualAlerts"),
            section.Percentages("forecastAlerts"),
            section.Emails("emails", most: 10));
        section.RefuseTheRest();
        return settings;
    }

    private static AnomalySettings Anomalies(SettingsReader section)
    {
        var settings = new AnomalySettings(
            section.Money("minimumUsd"),
            section.Percent("minimumPercent"),
            section.Text("frequency", text => text is "DAILY" or "WEEKLY", "DAILY or WEEKLY", "DAILY"),
            section.Emails("emails", most: 10));
        section.RefuseTheRest();
        return settings;
    }

    private static ReportingSettings Reporting(SettingsReader section)
    {
        var settings = new ReportingSettings(
            section.Email("from"),
            section.Emails("to", most: 50),
            section.Text("schedule", IsSchedule, "cron(...) with six fields or rate(...)", "cron(0 7 ? * MON *)"),
            section.Text("timeZone", text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _), "an IANA time zone", "Europe/Berlin"),
            section.Whole("memoryMb", 128, 10_240),
            section.Whole("timeoutSeconds", 1, 900),
            section.OneOf("logRetentionDays", _retentions),
            section.Whole("reportRetentionDays", 30, 3_650),
            section.Flag("deleteReportsWithStack"));
        section.RefuseTheRest();
        return settings;
    }

    private static bool IsSchedule(string text) =>
        (text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(')') && text[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6)
        || (text.StartsWith("rate(", StringComparison.Ordinal) && text.EndsWith(')') && text[5..^1].Split(' ') is [var count, "minute" or "minutes" or "hour" or "hours" or "day" or "days"] && int.TryParse(count, out var n) && n > 0);
}
