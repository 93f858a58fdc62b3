using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>What AWS does when a budget is reached. The first two budgets with actions are free, each further one costs 0.10 USD a day.</summary>
public sealed record ActionSettings : ICheckedSettings
{
    /// <summary>What is done.</summary>
    public required ActionKind Do { get; init; }

    /// <summary>At which percentage of the limit.</summary>
    [Percent]
    public required decimal At { get; init; }

    /// <summary>Whether the forecast reaching it is enough; else it must have been spent.</summary>
    public bool OnForecast { get; init; }

    /// <summary>Whether AWS acts at once; else somebody approves each time, in the console or through the API.</summary>
    public bool Automatic { get; init; }

    /// <summary>The policy: an SCP's id (<c>p-...</c>) or an IAM policy's ARN.</summary>
    public string? Policy { get; init; }

    /// <summary>Where an SCP is attached: accounts by id or name, units by id or path.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Names of the IAM roles that get the policy.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Names of the IAM groups that get the policy.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Names of the IAM users that get the policy.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The instances that are stopped, in the payer account.</summary>
    [Items(0, 100, "instances", "AWS takes 100 in one action; make another one.")]
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>Where the instances are, <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    public void Check(SettingsProblems problems)
    {
        var (wanted, allowed) = Do switch
        {
            ActionKind.AttachScp => (Policy?.StartsWith("p-", StringComparison.Ordinal) == true && Targets.Count > 0, "policy: an SCP's id, and targets"),
            ActionKind.AttachIamPolicy => (Policy?.StartsWith("arn:aws", StringComparison.Ordinal) == true && Roles.Count + Groups.Count + Users.Count > 0, "policy: an IAM policy's ARN, and roles, groups or users"),
            _ => (Region is not null && Instances.Count > 0, "region and instances"),
        };
        if (!wanted)
        {
            problems.Add($"an action {SettingsTypes.Word(Do)} that lacks what it needs", allowed, "Add what is missing.", "FIN1156");
        }

        var strays = new (string Key, bool IsSet, bool Belongs)[]
        {
            ("targets", Targets.Count > 0, Do == ActionKind.AttachScp),
            ("roles", Roles.Count > 0, Do == ActionKind.AttachIamPolicy),
            ("groups", Groups.Count > 0, Do == ActionKind.AttachIamPolicy),
            ("users", Users.Count > 0, Do == ActionKind.AttachIamPolicy),
            ("instances", Instances.Count > 0, Do is ActionKind.StopEc2 or ActionKind.StopRds),
        };
        foreach (var (key, _, _) in strays.Where(stray => stray is { IsSet: true, Belongs: false }))
        {
            problems.At(key).Add($"{key} for {SettingsTypes.Word(Do)}", allowed, "Remove them, or choose another action.", "FIN1156");
        }
    }
}

/// <summary>What a budget can do.</summary>
public enum ActionKind
{
    /// <summary>Attach a service control policy to accounts or units.</summary>
    AttachScp,

    /// <summary>Attach an IAM policy to roles, groups or users of the payer account.</summary>
    AttachIamPolicy,

    /// <summary>Stop EC2 instances of the payer account.</summary>
    StopEc2,

    /// <summary>Stop RDS instances of the payer account.</summary>
    StopRds,
}
