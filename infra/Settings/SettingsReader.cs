using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings;

/// <summary>Reads one JSON object of the stack config strictly: unknown, missing and mistyped keys become problems, and reading goes on.</summary>
internal sealed class SettingsReader(string file, string path, JsonElement? json, List<Problem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public decimal Money(string key) => Number(key, 0.01m, 1_000_000_000m, "an amount in USD above 0", "42000");

    public int Whole(string key, int from, int to)
    {
        var value = Number(key, from, to, $"a whole number from {from} to {to}", from.ToString(CultureInfo.InvariantCulture));
        if (value != decimal.Truncate(value))
        {
            Report(key, value.ToString(CultureInfo.InvariantCulture), "a whole number", "Drop the fraction.");
        }

        return (int)value;
    }

    public decimal Percent(string key) => Number(key, 0m, 10_000m, "a percentage from 0 to 10000", "20");

    public string Text(string key, Func<string, bool> accepts, string allowed, string example)
    {
        if (Find(key) is not { } value)
        {
            Report(key, "nothing", allowed, $"Set {path}.{key}, for example to \"{example}\".");
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && accepts(value.GetString()!))
        {
            return value.GetString()!;
        }

        Report(key, value.GetRawText(), allowed, $"For example \"{example}\".");
        return "";
    }

    public IReadOnlyList<string> Emails(string key, int most)
    {
        var list = List(key);
        var emails = new List<string>();
        foreach (var (item, index) in list.Select((item, index) => (item, index)))
        {
            if (item.ValueKind == JsonValueKind.String && MailAddress.TryCreate(item.GetString(), out var address) && address.Address == item.GetString())
            {
                emails.Add(address.Address);
                continue;
            }

            Report($"{key}[{index}]", item.GetRawText(), "an e-mail address", "For example finops@example.com.");
        }

        if (list.Count == 0 || list.Count > most)
        {
            Report(key, $"{list.Count} recipients", $"1 to {most} recipients", "Use a group address when there are more.");
        }

        return emails;
    }

    public IReadOnlyList<decimal> Percentages(string key)
    {
        var result = new List<decimal>();
        foreach (var (item, index) in List(key).Select((item, index) => (item, index)))
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetDecimal(out var value) && value is > 0 and <= 1000)
            {
                result.Add(value);
                continue;
            }

            Report($"{key}[{index}]", item.GetRawText(), "a percentage above 0 and up to 1000", "For example 80.");
        }

        return result;
    }

    public IReadOnlyDictionary<string, decimal> Amounts(string key)
    {
        var result = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, value) in Map(key))
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount > 0)
            {
                result[name] = amount;
                continue;
            }

            Report($"{key}.{name}", value.GetRawText(), "an amount in USD above 0", "For example 12000.");
        }

        return result;
    }

    /// <summary>Every key of this object as text; numbers and booleans are taken as they are written, as YAML leaves quotes away.</summary>
    public IReadOnlyDictionary<string, string> Texts()
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Properties())
        {
            _read.Add(property.Name);
            if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                result[property.Name] = property.Value.ToString();
                continue;
            }

            Report(property.Name, property.Value.GetRawText(), "text", "Write the value in quotes.");
        }

        return result;
    }

    public bool Flag(string key)
    {
        if (Find(key) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value)
        {
            return value.GetBoolean();
        }

        Report(key, Find(key)?.GetRawText() ?? "nothing", "true or false", $"Set {path}.{key}.");
        return false;
    }

    public string Email(string key) =>
        Text(key, text => MailAddress.TryCreate(text, out var address) && address.Address == text, "an e-mail address", "finops@example.com");

    public int OneOf(string key, int[] allowed)
    {
        var value = Whole(key, allowed[0], allowed[^1]);
        if (!allowed.Contains(value))
        {
            Report(key, value.ToString(CultureInfo.InvariantCulture), string.Join(", ", allowed), "Take the next one up.");
        }

        return value;
    }

    /// <summary>Call last: the keys read so far are the known ones; any other is a mistake.</summary>
    public void RefuseTheRest()
    {
        var known = _read.ToArray();
        foreach (var property in Properties().Where(property => !known.Contains(property.Name)))
        {
            Report(property.Name, "an unknown key", string.Join(", ", known), Spelling.Nearest(property.Name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.");
        }
    }

    private decimal Number(string key, decimal from, decimal to, string allowed, string example)
    {
        if (Find(key) is not { } value)
        {
            Report(key, "nothing", allowed, $"Set {path}.{key}, for example to {example}.");
            return from;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Report(key, value.GetRawText(), allowed, $"For example {example}.");
        return from;
    }

    private IReadOnlyList<JsonElement> List(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Report(key, value.GetRawText(), "a list", "Write [ ... ].");
        return [];
    }

    private IEnumerable<(string Name, JsonElement Value)> Map(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return [.. value.EnumerateObject().Select(property => (property.Name, property.Value))];
        }

        Report(key, value.GetRawText(), "a map", "Write { name: value }.");
        return [];
    }

    private JsonElement.ObjectEnumerator Properties() => json is { ValueKind: JsonValueKind.Object } o ? o.EnumerateObject() : default;

    private JsonElement? Find(string key)
    {
        _read.Add(key);
        return json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void Report(string key, string found, string allowed, string fix) =>
        problems.Add(new Problem("FIN1101", file, $"{path}.{key}", found, allowed, fix));
}
