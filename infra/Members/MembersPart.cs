using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Members;

public sealed class MembersPart() : StackPart<MembersSettings>("members")
{
    protected override Func<StackScope, ComponentResource>? Plan(MembersSettings settings, StackFacts facts, SettingsProblems problems)
    {
        if (!settings.Enabled)
        {
            return null;
        }

        var plan = MembersPlan.From(settings, facts, problems);
        return scope =>
        {
            scope.Outputs["memberReaderRole"] = plan.Access.ReaderRole;
            scope.Outputs["memberSchedulerRole"] = plan.Access.SchedulerRole;
            scope.Outputs["memberExternalId"] = plan.Access.ExternalId;
            return new MemberRoles("members", plan, facts);
        };
    }
}
