using FinOps.Infra.Settings;
using Pulumi;

namespace FinOps.Infra;

/// <summary>
/// A part of the stack: a section of the config, what is checked before anything is registered, and what is declared then.
/// Adding one is a folder with its settings record, its plan and its component, and one line in <see cref="FinOpsStack.Parts"/>.
/// </summary>
/// <param name="section">The section of the config, <c>budgets</c> for <c>finops:budgets</c>.</param>
/// <param name="settings">The record that the section is read into.</param>
public abstract class StackPart(string section, Type settings)
{
    public string Section { get; } = section;

    public Type Settings { get; } = settings;

    /// <summary>Checks everything that can be checked beforehand; declares nothing.</summary>
    /// <param name="settings">An instance of <see cref="Settings"/>.</param>
    /// <param name="problems">Takes what is wrong, with paths below the section.</param>
    /// <returns>What declares the part, as one component, or null when it is off.</returns>
    public abstract Task<Func<StackScope, ComponentResource>?> PlanAsync(object settings, StackFacts facts, SettingsProblems problems);
}

/// <summary>A part that can be planned from config and organization alone.</summary>
/// <inheritdoc cref="StackPart"/>
public abstract class StackPart<TSettings>(string section) : StackPart(section, typeof(TSettings))
    where TSettings : class
{
    public sealed override Task<Func<StackScope, ComponentResource>?> PlanAsync(object settings, StackFacts facts, SettingsProblems problems) =>
        Task.FromResult(Plan((TSettings)settings, facts, problems));

    /// <inheritdoc cref="StackPart.PlanAsync"/>
    protected abstract Func<StackScope, ComponentResource>? Plan(TSettings settings, StackFacts facts, SettingsProblems problems);
}

/// <summary>A part that asks AWS what stands there before it is planned.</summary>
/// <inheritdoc cref="StackPart"/>
public abstract class AskingStackPart<TSettings>(string section) : StackPart(section, typeof(TSettings))
    where TSettings : class
{
    public sealed override Task<Func<StackScope, ComponentResource>?> PlanAsync(object settings, StackFacts facts, SettingsProblems problems) =>
        PlanAsync((TSettings)settings, facts, problems);

    /// <inheritdoc cref="StackPart.PlanAsync"/>
    protected abstract Task<Func<StackScope, ComponentResource>?> PlanAsync(TSettings settings, StackFacts facts, SettingsProblems problems);
}
