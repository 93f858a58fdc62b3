using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Settings;

/// <summary>One key of a settings record, with everything its declaration says about it.</summary>
internal sealed class SettingsProperty(PropertyInfo member)
{
    public PropertyInfo Member { get; } = member;

    public string Key { get; } = JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    /// <summary>Declared <c>required</c>: the config must say it.</summary>
    public bool IsRequired { get; } = member.IsDefined(typeof(RequiredMemberAttribute));

    public SettingRuleAttribute? Rule { get; } = member.GetCustomAttribute<SettingRuleAttribute>();

    public ItemsAttribute? Items { get; } = member.GetCustomAttribute<ItemsAttribute>();

    public AdoptionMode? OnFrom { get; } = member.GetCustomAttribute<OnFromAttribute>()?.Mode;

    /// <summary>The keys of a settings record, in the order of their declaration.</summary>
    public static IReadOnlyList<SettingsProperty> Of(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => new SettingsProperty(property))];
}
