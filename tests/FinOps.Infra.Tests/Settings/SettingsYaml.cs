using System.Text.Json;
using FinOps.Infra.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Settings;

/// <summary>A section as a person writes it.</summary>
internal static class SettingsYaml
{
    /// <param name="yaml">The keys of the section, indented by nothing.</param>
    public static T Read<T>(string yaml, SettingsProblems problems, AdoptionMode mode = AdoptionMode.Observe) =>
        new SettingsReader(mode).Read<T>(JsonDocument.Parse(StackFile.Json(yaml)).RootElement, problems);
}
