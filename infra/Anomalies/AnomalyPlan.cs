using System.Text.Json;
using FinOps.Core.Budgeting;
using FinOps.Infra.Alerts;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Anomalies;

/// <summary>Which monitors and subscriptions the stack declares; pure.</summary>
/// <param name="Monitors">Every monitor, those of the teams last.</param>
/// <param name="Subscriptions">Who is told of what.</param>
public sealed record AnomalyPlan(IReadOnlyList<PlannedMonitor> Monitors, IReadOnlyList<PlannedSubscription> Subscriptions)
{
    public static AnomalyPlan From(AnomaliesSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (settings.Immediate is not null && facts.Find<AlertsSettings>() is { Topic: false })
        {
            problems.At("immediate").Add("immediate alerts without a topic", "finops:alerts with topic: true", "Turn the topic on, or remove immediate.", "FIN1161");
        }

        List<PlannedMonitor> shared = [.. Managed(settings), .. Custom(settings, facts, problems)];
        foreach (var again in shared.GroupBy(monitor => monitor.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add($"{again.Count()} monitors called {again.Key}", "names that differ in letters or digits", "Rename one.", "FIN1160");
        }

        if (shared.Count == 0)
        {
            problems.Add("no monitor", "at least one of services, accounts, tags, costCategories and custom", "Set services: true.", "FIN1160");
        }

        var everything = shared.Select(monitor => monitor.Id).ToList();
        var category = facts.Standard.AllocationKey ?? "Team";
        var teams = settings.EveryTeam ? facts.Standard.Teams.Select(team => (Team: team, Monitor: Of($"team-{PlannedBudget.Slug(team.Name)}", "CostCategories", category, [team.Name]))).ToList() : [];
        return new AnomalyPlan(
            [.. shared, .. teams.Select(entry => entry.Monitor)],
            [
                new PlannedSubscription("digest", everything, settings.Frequency, settings.Emails, settings.MinimumUsd, settings.MinimumPercent),
                .. settings.Immediate is { } now ? [new PlannedSubscription("immediate", everything, "IMMEDIATE", [], now.MinimumUsd, now.MinimumPercent)] : Array.Empty<PlannedSubscription>(),
                .. teams.Select(entry => new PlannedSubscription(entry.Monitor.Id, [entry.Monitor.Id], settings.Frequency, [entry.Team.OwnerEmail], settings.MinimumUsd, settings.MinimumPercent)),
            ]);
    }

    private static IEnumerable<PlannedMonitor> Managed(AnomaliesSettings settings)
    {
        if (settings.Services)
        {
            yield return new PlannedMonitor("services", "SERVICE", null);
        }

        if (settings.Accounts)
        {
            yield return new PlannedMonitor("accounts", "LINKED_ACCOUNT", null);
        }

        // These two name their key and no values: AWS follows each value by itself.
        foreach (var tag in settings.Tags)
        {
            yield return new PlannedMonitor($"tag-{PlannedBudget.Slug(tag)}", "TAG", JsonSerializer.Serialize(new { Tags = new { Key = tag } }));
        }

        foreach (var category in settings.CostCategories)
        {
            yield return new PlannedMonitor($"category-{PlannedBudget.Slug(category)}", "COST_CATEGORY", JsonSerializer.Serialize(new { CostCategories = new { Key = category } }));
        }
    }

    private static IEnumerable<PlannedMonitor> Custom(AnomaliesSettings settings, StackFacts facts, SettingsProblems problems)
    {
        foreach (var (name, asked) in settings.Custom)
        {
            var at = problems.At("custom").At(name).At("accounts");
            var id = $"custom-{PlannedBudget.Slug(name)}";
            yield return asked switch
            {
                { Tag: { } tag } => Of(id, "Tags", tag, asked.Values),
                { CostCategory: { } category } => Of(id, "CostCategories", category, asked.Values),
                _ => Of(id, "Dimensions", "LINKED_ACCOUNT", [.. asked.Accounts.Select((account, index) => facts.Organization.Account(account, at.At($"[{index}]"))?.Id).OfType<string>()]),
            };
        }
    }

    private static PlannedMonitor Of(string id, string kind, string key, IReadOnlyList<string> values) =>
        new(id, null, JsonSerializer.Serialize(new Dictionary<string, object> { [kind] = new { Key = key, Values = values } }));
}

/// <param name="Id">Stable, from what is watched.</param>
/// <param name="Dimension">SERVICE, LINKED_ACCOUNT, TAG or COST_CATEGORY for a monitor that AWS manages; null for a custom one.</param>
/// <param name="Specification">A Cost Explorer expression, as JSON.</param>
public sealed record PlannedMonitor(string Id, string? Dimension, string? Specification);

/// <param name="Monitors">Ids of the monitors.</param>
/// <param name="Frequency">DAILY or WEEKLY to addresses; IMMEDIATE to the alert topic.</param>
/// <param name="MinimumUsd">Total impact; both minimums must be reached.</param>
/// <param name="MinimumPercent">Of the expected spend.</param>
public sealed record PlannedSubscription(string Id, IReadOnlyList<string> Monitors, string Frequency, IReadOnlyList<string> Emails, decimal MinimumUsd, decimal MinimumPercent);
