using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Authorization;

/// <summary>What the needs of a call are derived from.</summary>
internal sealed record CallFacts(Invocation Invocation, CallContext Context, LocalAwsEnvironment Environment)
{
    public string? Input(string name) => Invocation.Input(name) is { Length: > 0 } text ? text : null;

    /// <summary>Fills an ARN such as <c>arn:aws:budgets::{account}:budget/{BudgetName}</c>; what the input lacks is any.</summary>
    public string Fill(string template)
    {
        var parts = template.Split('{', '}');
        for (var at = 1; at < parts.Length; at += 2)
            parts[at] = parts[at] switch
            {
                "account" => Context.AccountId,
                "region" => Context.Region,
                var member => Input(member) ?? "*",
            };
        return string.Concat(parts);
    }
}
