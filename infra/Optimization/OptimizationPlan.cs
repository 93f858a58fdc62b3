using System.Collections.Immutable;
using FinOps.Core.Tagging;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Optimization;

/// <summary>Who is trusted and who administers what, checked against the organization.</summary>
/// <param name="TrustedPrincipals">Every service principal that gets access, each once, sorted.</param>
public sealed record OptimizationPlan(OptimizationSettings Settings, ImmutableArray<Delegation> Delegations, ImmutableArray<string> TrustedPrincipals)
{
    /// <param name="problems">Takes what is wrong: FIN1191, and FIN1102 for accounts that are not there or closed.</param>
    public static OptimizationPlan From(OptimizationSettings settings, OrganizationModel organization, SettingsProblems problems)
    {
        var delegations = ImmutableArray.CreateBuilder<Delegation>();
        foreach (var (word, account) in settings.DelegatedAdministrators.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var at = problems.At("delegatedAdministrators").At(word);
            var service = TrustedService.Delegable.FirstOrDefault(each => each.Word == word);
            if (service is null)
            {
                var words = TrustedService.Delegable.Select(each => each.Word).ToList();
                at.Add("a service without delegated administrators", string.Join(", ", words), Spelling.Nearest(word, words) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.", "FIN1191");
            }

            if (Administrator(account, organization, at) is { } id && service is not null)
            {
                delegations.Add(new Delegation(service, id));
            }
        }

        foreach (var (word, enabled) in ((string, bool)[])[(TrustedService.CostOptimizationHub.Word, settings.CostOptimizationHub.Enabled), (TrustedService.ComputeOptimizer.Word, settings.ComputeOptimizer.Enabled)])
        {
            if (!enabled && settings.DelegatedAdministrators.ContainsKey(word))
            {
                problems.At("delegatedAdministrators").At(word).Add("an administrator of a service that is turned off", "a service that is on", $"Set {word}.enabled to true, or remove the administrator.", "FIN1191");
            }
        }

        return new OptimizationPlan(settings, delegations.ToImmutable(), Principals(settings, delegations));
    }

    /// <returns>The account's id, or null when it cannot administer anything and the problem is told.</returns>
    private static string? Administrator(string account, OrganizationModel organization, SettingsProblems problems)
    {
        if (organization.Account(account, problems) is not { } found)
        {
            return null;
        }

        if (found.Id != organization.ManagementAccountId)
        {
            return found.Id;
        }

        problems.Add($"the management account {account}", "a member account", "Name an account that is not the payer: AWS delegates away from it.", "FIN1191");
        return null;
    }

    private static ImmutableArray<string> Principals(OptimizationSettings settings, IEnumerable<Delegation> delegations)
    {
        var principals = settings.TrustedServices.Concat(delegations.Select(delegation => delegation.Service.Principal)).ToHashSet(StringComparer.Ordinal);
        if (settings.CostOptimizationHub is { Enabled: true, IncludeMemberAccounts: true })
        {
            principals.Add(TrustedService.CostOptimizationHub.Principal);
        }

        if (settings.ComputeOptimizer is { Enabled: true, IncludeMemberAccounts: true })
        {
            principals.Add(TrustedService.ComputeOptimizer.Principal);
        }

        return [.. principals.Order(StringComparer.Ordinal)];
    }
}

/// <summary>A member account that administers a service.</summary>
public sealed record Delegation(TrustedService Service, string AccountId);
