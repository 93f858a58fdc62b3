using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Members;

/// <summary>
/// Roles in member accounts for the functions: one that reads tags, one that starts and stops what is not production. CloudFormation puts them
/// into every account of the chosen units, and into accounts that join them later.
/// </summary>
public sealed record MembersSettings
{
    /// <summary>Whether member accounts get the roles. It takes trusted access for CloudFormation StackSets.</summary>
    public bool Enabled { get; init; }

    /// <summary>The units whose accounts get them, at any depth, by id, path or name. The management account never gets them.</summary>
    [Items(0, 100, "units", "Name the units above them.")]
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The tag without which nothing is started or stopped.</summary>
    [Matches(@"[\w.:/=+@-]{1,128}", "a tag key", "Schedule")]
    public string ScheduleTag { get; init; } = "Schedule";

    /// <summary>Values of the standard's Environment tag whose resources may be started and stopped; without any there is no scheduler role.</summary>
    public IReadOnlyList<string> Environments { get; init; } = ["dev", "test", "sandbox"];

    /// <summary>Values of the Environment tag whose resources are never touched.</summary>
    [Items(1, 20, "environments", "Name those that are production.")]
    public IReadOnlyList<string> Production { get; init; } = ["prod"];

    /// <summary>In how many percent of the accounts CloudFormation may fail before it stops.</summary>
    [Between(0, 100, "percent")]
    public int FailureTolerancePercent { get; init; } = 10;

    /// <summary>In how many percent of the accounts CloudFormation works at once.</summary>
    [Between(1, 100, "percent")]
    public int MaxConcurrentPercent { get; init; } = 25;

    /// <summary>Who calls CloudFormation: the management account, or a delegated administrator of StackSets.</summary>
    [OneOf("SELF", "DELEGATED_ADMIN")]
    public string CallAs { get; init; } = "SELF";
}
