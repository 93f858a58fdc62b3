using System.Collections;
using System.Globalization;
using System.Text.Json;
using FinOps.Core.Tagging;
using FinOps.Infra.Settings.Rules;
using Pulumi;

namespace FinOps.Infra.Settings;

/// <summary>
/// Reads a JSON object of the stack config into a settings record, strictly: unknown, missing, mistyped and refused values
/// become problems, and reading goes on. A property that the config does not name keeps the value its record begins with.
/// </summary>
internal sealed class SettingsReader(AdoptionMode mode)
{
    public T Read<T>(JsonElement? json, SettingsProblems problems) => (T)Record(typeof(T), json, problems);

    public object Record(Type type, JsonElement? json, SettingsProblems problems)
    {
        var before = problems.Count;
        var record = Activator.CreateInstance(type)!;
        var properties = SettingsProperty.Of(type);
        RefuseUnknown(json, properties, problems);
        foreach (var property in properties)
        {
            var at = problems.At(property.Key);
            if (Find(json, property.Key) is not { } value)
            {
                SetDefault(record, property, at);
            }
            else if (Value(property.Member.PropertyType, value, property.Rule, at) is { } read)
            {
                property.Member.SetValue(record, read);
                CheckCount(property.Items, value, at);
            }
        }

        if (problems.Count == before && record is ICheckedSettings settings)
        {
            settings.Check(problems);
        }

        return record;
    }

    private static JsonElement? Find(JsonElement? json, string key) =>
        json is { } map && map.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static void RefuseUnknown(JsonElement? json, IReadOnlyList<SettingsProperty> properties, SettingsProblems problems)
    {
        var known = properties.Select(property => property.Key).ToList();
        foreach (var key in json?.EnumerateObject().Select(property => property.Name).Except(known, StringComparer.Ordinal) ?? [])
        {
            problems.At(key).Add("an unknown key", string.Join(", ", known), Spelling.Nearest(key, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.");
        }
    }

    /// <summary>Counts what is written, refused items too: those have their own message.</summary>
    private static void CheckCount(ItemsAttribute? items, JsonElement written, SettingsProblems problems)
    {
        if (items is not null && (written.ValueKind == JsonValueKind.Array ? written.GetArrayLength() : written.EnumerateObject().Count()) is var count && (count < items.From || count > items.To))
        {
            problems.Add($"{count} {items.What}", items.Allowed, items.Fix);
        }
    }

    private void SetDefault(object record, SettingsProperty property, SettingsProblems problems)
    {
        if (property.OnFrom is { } from)
        {
            property.Member.SetValue(record, mode >= from);
        }
        else if (SettingsTypes.IsRecord(property.Member.PropertyType) && property.Member.GetValue(record) is { } nested)
        {
            // What the config leaves out whole still has switches that the mode sets.
            foreach (var inner in SettingsProperty.Of(nested.GetType()).Where(inner => !inner.IsRequired))
            {
                SetDefault(nested, inner, problems.At(inner.Key));
            }
        }
        else if (property.IsRequired)
        {
            var rule = property.Rule;
            problems.Add("nothing", rule?.Allowed ?? SettingsTypes.Allowed(property.Member.PropertyType), rule is null ? "Set it." : $"Set it, for example to {rule.Example}.");
        }
    }

    /// <returns>Null when the value was refused and the problem is told.</returns>
    private object? Value(Type declared, JsonElement json, SettingRuleAttribute? rule, SettingsProblems problems)
    {
        var type = SettingsTypes.Plain(declared);
        if (SettingsTypes.IsSecret(type))
        {
            if (SecretSetting.IsInClear(json, problems))
            {
                problems.Add("a secret that everybody can read who reads this file", "an encrypted value", SecretSetting.HowToEncrypt(problems.Path), "FIN1240");
                return null;
            }

            problems = problems.Hidden();
        }

        if (SettingsTypes.ItemOf(type) is { } item)
        {
            return json.ValueKind == JsonValueKind.Array ? List(item, json, rule, problems) : Refuse(json, "a list", "Write [ ... ].", problems);
        }

        if (SettingsTypes.ValueOf(type) is { } held)
        {
            return json.ValueKind == JsonValueKind.Object ? Map(held, json, rule, problems) : Refuse(json, "a map", "Write one key a line below it.", problems);
        }

        if (SettingsTypes.IsRecord(type) && !type.IsEnum)
        {
            return json.ValueKind == JsonValueKind.Object ? Record(type, json, problems) : Refuse(json, "a map", "Write one key a line below it.", problems);
        }

        return Scalar(type, json, rule, problems);
    }

    private static object? Scalar(Type type, JsonElement json, SettingRuleAttribute? rule, SettingsProblems problems)
    {
        var text = json.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? json.ToString() : null;
        object? value = type switch
        {
            _ when type == typeof(bool) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            _ when type == typeof(int) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var whole) ? whole : null,
            _ when type == typeof(decimal) => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number : null,
            { IsEnum: true } => text is null ? null : Enum.GetValues(type).Cast<Enum>().FirstOrDefault(word => SettingsTypes.Word(word) == text),
            // YAML leaves quotes away: 4100 and true are text where text is wanted.
            _ => text,
        };
        if (value is null)
        {
            var nearest = type.IsEnum && text is not null ? Spelling.Nearest(text, SettingsTypes.Words(type)) : null;
            return Refuse(json, rule?.Allowed ?? SettingsTypes.Allowed(type), nearest is not null ? $"Did you mean '{nearest}'?" : rule is null ? "Change it." : $"For example {rule.Example}.", problems);
        }

        if (rule?.Accepts(value) == false)
        {
            return Refuse(json, rule.Allowed, rule.Fix(value), problems);
        }

        return SettingsTypes.IsSecret(type) ? Output.CreateSecret((string)value) : value;
    }

    private IList List(Type item, JsonElement json, SettingRuleAttribute? rule, SettingsProblems problems)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            if (Value(item, element, rule, problems.At(string.Create(CultureInfo.InvariantCulture, $"[{index++}]"))) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private IDictionary Map(Type held, JsonElement json, SettingRuleAttribute? rule, SettingsProblems problems)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), held))!;
        foreach (var property in json.EnumerateObject())
        {
            if (Value(held, property.Value, rule, problems.At(property.Name)) is { } value)
            {
                map[property.Name] = value;
            }
        }

        return map;
    }

    private static object? Refuse(JsonElement json, string allowed, string fix, SettingsProblems problems)
    {
        problems.Add(json.GetRawText(), allowed, fix);
        return null;
    }
}
