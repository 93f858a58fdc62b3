using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra.Tests.Stack;

/// <summary>A part that tells, while it is declared, that it is the one: what is registered then is its own.</summary>
internal sealed class TracedPart(StackPart part) : StackPart(part.Section, part.Settings)
{
    private static readonly AsyncLocal<string?> _current = new();

    public static string Current => _current.Value ?? "(stack)";

    public override async Task<Func<StackScope, ComponentResource>?> PlanAsync(object settings, StackFacts facts, SettingsProblems problems) =>
        await part.PlanAsync(settings, facts, problems) is { } declare
            ? scope =>
            {
                _current.Value = Section;
                return declare(scope);
            }
            : null;
}
