using Amazon.SecurityToken.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Organizations;
using FinOps.Functions.Reports;
using FinOps.Functions.Responder.Alerts;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>Finds out what an alert is about and whose it is. What cannot be read is said in the message; it never holds the message back.</summary>
internal sealed class AlertGathering(ResponderOptions options, ResponderClients clients, RequestMeter meter, TimeProvider time)
{
    private readonly OwnerFinder _owners = new(options.Standard, new OrganizationLists(clients.Organization, clients.Reports.Endpoint), Nobody(options));
    private readonly BudgetReader _budgets = new(clients.Reports, meter, time);

    /// <summary>Whoever answers for all that nobody owns.</summary>
    public static Owner Nobody(ResponderOptions options) => new("FinOps", options.Delivery.To, "nobody in particular owns it");

    public async Task<AlertFacts> GatherAsync(SnsAlert sns, CancellationToken cancellationToken)
    {
        var alert = AlertReader.Read(sns);
        return alert switch
        {
            BudgetAlert budget => await OfBudgetAsync(sns, alert, budget.BudgetName, cancellationToken).ConfigureAwait(false),
            BudgetActionAlert action => await OfBudgetAsync(sns, alert, action.BudgetName, cancellationToken).ConfigureAwait(false),
            AnomalyAlert anomaly => await OfAnomalyAsync(sns, anomaly, cancellationToken).ConfigureAwait(false),
            _ => new AlertFacts(sns, alert, null, null, [], [Nobody(options) with { Why = "nobody could read whose it is" }], []),
        };
    }

    private async Task<AlertFacts> OfBudgetAsync(SnsAlert sns, Alert alert, string name, CancellationToken cancellationToken)
    {
        var notSeen = new List<Blindspot>();
        WatchedBudget? budget = null;
        CostDrivers? drivers = null;
        IReadOnlyList<Amazon.Budgets.Model.Action> pending = [];
        var account = sns.AccountId ?? await TryAsync("the budget", OwnAccountAsync, notSeen).ConfigureAwait(false);
        if (account is not null)
        {
            budget = await TryAsync("the budget as it is now", () => _budgets.BudgetAsync(account, name, cancellationToken), notSeen).ConfigureAwait(false);
            pending = await TryAsync("actions that wait for approval", async () => (IReadOnlyList<Amazon.Budgets.Model.Action>?)await _budgets.PendingActionsAsync(account, name, cancellationToken).ConfigureAwait(false), notSeen).ConfigureAwait(false) ?? [];
        }

        if (budget is { Unanswerable: { } why })
            notSeen.Add(new Blindspot("what the cost is made of", why, "Look at the budget in the console."));
        else if (budget is { Limit: not null } or { Actual: not null })
            drivers = await TryAsync("what the cost is made of", async () => (CostDrivers?)await new DriverReader(clients.Reports, meter).ReadAsync(budget, cancellationToken).ConfigureAwait(false), notSeen).ConfigureAwait(false);
        if (drivers is { IsWhole: false })
            notSeen.Add(new Blindspot("all that the cost is made of", $"the answer has more than {DriverReader.MostPages} pages, each of which costs money", "Look at Cost Explorer."));
        var owner = await TryAsync("whose the budget is", async () => (Owner?)await _owners.OfBudgetAsync(name, budget, options.BudgetPrefix, cancellationToken).ConfigureAwait(false), notSeen).ConfigureAwait(false)
            ?? Nobody(options) with { Why = "its owner could not be looked up" };
        return new AlertFacts(sns, alert, budget, drivers, pending, [owner], notSeen);

        async Task<string?> OwnAccountAsync() => (await AwsFailure.TranslatingAsync("sts:GetCallerIdentity", clients.Reports.Endpoint, () =>
            clients.Reports.Identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false)).Account;
    }

    /// <summary>Each owner of an account among the root causes is told of his own part.</summary>
    private async Task<AlertFacts> OfAnomalyAsync(SnsAlert sns, AnomalyAlert anomaly, CancellationToken cancellationToken)
    {
        var notSeen = new List<Blindspot>();
        var owned = new List<(Owner Owner, RootCause Cause)>();
        foreach (var cause in anomaly.RootCauses)
        {
            var owner = cause.Account is { } account
                ? await TryAsync($"whose account {account} is", async () => (Owner?)await _owners.OfAccountAsync(account, cancellationToken).ConfigureAwait(false), notSeen).ConfigureAwait(false)
                : null;
            owned.Add((owner ?? Nobody(options), cause));
        }

        var groups = owned.GroupBy(each => each.Owner.Name, StringComparer.Ordinal).ToList();
        return new AlertFacts(sns, anomaly, null, null, [], groups.Count > 0 ? [.. groups.Select(group => group.First().Owner)] : [Nobody(options)], [.. notSeen.Distinct()])
        {
            CausesByOwner = groups.ToDictionary(group => group.Key, group => (IReadOnlyList<RootCause>)[.. group.Select(each => each.Cause)]),
        };
    }

    private static async Task<T?> TryAsync<T>(string what, Func<Task<T?>> ask, List<Blindspot> notSeen)
        where T : class
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ProblemException failure)
        {
            notSeen.Add(new Blindspot(what, $"{failure.Problems[0].Id}: {failure.Problems[0].Found}", failure.Problems[0].Fix));
            return null;
        }
        // The invocation is about to end: the message must still go out, with what is known.
        catch (OperationCanceledException)
        {
            notSeen.Add(new Blindspot(what, "the time for it was over", "Look at the console."));
            return null;
        }
    }
}
