namespace FinOps.Infra.Members;

/// <summary>How functions get into member accounts; plain names, known before anything is declared.</summary>
/// <param name="ReaderRole">Reads tags there.</param>
/// <param name="SchedulerRole">Starts and stops there; null when no environment may be.</param>
/// <param name="ExternalId">No secret: it keeps another stack's functions, and everybody's mistakes, out.</param>
internal sealed record MemberAccess(string ReaderRole, string? SchedulerRole, string ExternalId)
{
    /// <summary>The tag without which the scheduler role switches nothing.</summary>
    public required string ScheduleTag { get; init; }

    /// <summary>What the scheduler role may switch.</summary>
    public required IReadOnlyList<string> Environments { get; init; }

    /// <summary>What the scheduler role may never switch.</summary>
    public required IReadOnlyList<string> Production { get; init; }

    /// <returns>Null when member accounts get no roles.</returns>
    public static MemberAccess? Find(StackFacts facts) => facts.Find<MembersSettings>() is { Enabled: true } settings ? Of(settings, facts) : null;

    public static MemberAccess Of(MembersSettings settings, StackFacts facts)
    {
        var prefix = Prefix(facts.StackName);
        return new(prefix + MemberTemplate.Reader, settings.Environments.Count > 0 ? prefix + MemberTemplate.Scheduler : null, prefix + facts.Organization.Id)
        {
            ScheduleTag = settings.ScheduleTag,
            Environments = settings.Environments,
            Production = settings.Production,
        };
    }

    /// <summary>What the names of roles and stack set begin with, <c>finops-dev-</c>.</summary>
    public static string Prefix(string stackName) => $"finops-{stackName}-";
}
