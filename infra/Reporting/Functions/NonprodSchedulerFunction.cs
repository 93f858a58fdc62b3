using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

internal sealed class NonprodSchedulerFunction : IPlatformFunction
{
    // Every region of every account in one run.
    private const int TimeoutSeconds = 900;
    private const int MemoryMb = 1_024;

    public string Name => "nonprod-scheduler";

    public bool StoresReports => true;

    /// <summary>What it does in member accounts is allowed there, by the role that it assumes.</summary>
    public FunctionDeclaration? Declare(FunctionScope scope)
    {
        var settings = scope.Settings.NonprodScheduler;
        if (!settings.Enabled || scope.Args.Members is not { SchedulerRole: not null } members)
        {
            return null;
        }

        var environment = scope.ReportingEnvironment();
        scope.AddMembers(environment, "FINOPS_MEMBER_SCHEDULER_ROLE", access => access.SchedulerRole);
        environment.Add("FINOPS_SCHEDULES", string.Join(';', settings.Schedules.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}")));
        environment.Add("FINOPS_SCHEDULE_TIME_ZONE", settings.TimeZone);
        environment.Add("FINOPS_SCHEDULE_TAG", members.ScheduleTag);
        environment.Add("FINOPS_SCHEDULE_APPLY", settings.Apply ? "true" : "false");
        foreach (var (variable, values) in ((string, IReadOnlyList<string>)[])
            [("FINOPS_SCHEDULE_ENVIRONMENTS", members.Environments), ("FINOPS_SCHEDULE_PRODUCTION", members.Production), ("FINOPS_SCHEDULE_HOLIDAYS", settings.Holidays), ("FINOPS_SCHEDULE_EXEMPT", settings.Exempt), ("FINOPS_SCHEDULE_REGIONS", settings.Regions)])
        {
            if (values.Count > 0)
            {
                environment.Add(variable, string.Join(',', values));
            }
        }

        return new FunctionDeclaration(
            Name,
            "Starts and stops what is not production by its schedule tag, and tells what that saves.",
            settings.Schedule,
            [
                .. scope.EnterMembers(access => access.SchedulerRole),
                PolicyDocument.Allow("ReadPrices", ["ce:GetCostAndUsage"], "*"),
                scope.StoreReports(),
                scope.KnowWhatIsStored(),
                scope.MailReports(),
            ],
            environment)
        {
            MemoryMb = MemoryMb,
            TimeoutSeconds = TimeoutSeconds,
        };
    }
}
