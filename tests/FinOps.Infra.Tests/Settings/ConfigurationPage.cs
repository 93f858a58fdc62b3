using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Tests.Settings;

/// <summary>docs/configuration.md, from the settings records: their docstrings, rules and defaults.</summary>
internal sealed partial class ConfigurationPage
{
    private readonly Dictionary<string, XElement> _docs = new[] { "FinOps.Infra.xml", "FinOps.Core.xml" }
        .SelectMany(file => XDocument.Load(Path.Combine(AppContext.BaseDirectory, file)).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>Where each nested record is explained; once is enough.</summary>
    private readonly Dictionary<Type, string> _explained = [];

    private readonly StringBuilder _text = new();

    /// <summary>Docstrings that are missing: every key must say what it does.</summary>
    public List<string> Undocumented { get; } = [];

    public string Write()
    {
        _text.Append("""
            # Configuration

            Every key of `Pulumi.STACK.yaml`, below `config:`. A stack sets what differs from the defaults. Keys are read strictly: all mistakes are
            listed at once, with what was found, what is allowed and how to mend it ([FIN1101](errors/FIN1101.md)); nothing is deployed then.
            `Pulumi.dev.yaml` is a small stack, `Pulumi.example-org.yaml` has everything on. Any value may be encrypted (`pulumi config set --secret`).

            This page is generated from the settings records in `infra/`; `FINOPS_ACCEPT_SNAPSHOTS=1 dotnet test tests/FinOps.Infra.Tests` writes it anew.

            """);
        Section("finops", typeof(CommonSettings), heading: "The stack as a whole");
        var sections = FinOpsStack.Parts.Select(part => (part.Section, part.Settings)).Append((OrganizationSettings.Section, typeof(OrganizationSettings)));
        foreach (var (section, settings) in sections.OrderBy(section => section.Item1, StringComparer.Ordinal))
        {
            Section($"finops:{section}", settings, $"finops:{section}");
        }

        return _text.ToString();
    }

    private void Section(string path, Type settings, string heading)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{Doc($"T:{Name(settings)}")}");
        if (settings != typeof(CommonSettings))
        {
            _text.Append(SettingsProperty.Of(settings).Any(property => property.IsRequired) ? " Off without this section." : " Without this section its defaults hold.");
        }

        _text.Append('\n');
        Keys(path == "finops" ? "finops:" : path + ".", settings);
    }

    private void Keys(string prefix, Type settings)
    {
        var properties = SettingsProperty.Of(settings);
        if (properties.Count == 0)
        {
            return;
        }

        _text.Append("\n| key | allowed | default | what it does |\n|---|---|---|---|\n");
        var defaults = Activator.CreateInstance(settings)!;
        foreach (var property in properties)
        {
            _text.Append(CultureInfo.InvariantCulture, $"| `{property.Key}` | {Cell(Allowed(property, prefix))} | {Cell(Default(property, defaults))} | {Cell(Doc($"P:{Name(settings)}.{property.Member.Name}") + Words(property))} |\n");
        }

        foreach (var property in properties)
        {
            var type = SettingsTypes.Plain(property.Member.PropertyType);
            var (nested, step) = SettingsTypes.ItemOf(type) is { } item ? (item, "[]") : SettingsTypes.ValueOf(type) is { } value ? (value, ".NAME") : (type, "");
            if (SettingsTypes.IsRecord(nested) && _explained[nested] == $"{prefix}{property.Key}{step}")
            {
                _text.Append(CultureInfo.InvariantCulture, $"\n### {prefix}{property.Key}{step}\n\n{Doc($"T:{Name(nested)}")}\n");
                Keys($"{prefix}{property.Key}{step}.", nested);
            }
        }
    }

    private string Allowed(SettingsProperty property, string prefix)
    {
        var type = SettingsTypes.Plain(property.Member.PropertyType);
        var item = SettingsTypes.ItemOf(type) ?? SettingsTypes.ValueOf(type);
        var one = property.Rule?.Allowed ?? (SettingsTypes.IsRecord(item ?? type) ? Explained(item ?? type, $"{prefix}{property.Key}{(SettingsTypes.ItemOf(type) is not null ? "[]" : item is not null ? ".NAME" : "")}") : SettingsTypes.Allowed(item ?? type));
        var many = SettingsTypes.ItemOf(type) is not null ? $"a list of: {one}" : SettingsTypes.ValueOf(type) is not null ? $"a map of names to: {one}" : one;
        return many + (property.Items is { } items ? $"; {items.Allowed}" : "") + (SettingsTypes.IsSecret(type) ? ", kept secret" : "");
    }

    private string Explained(Type record, string here) => _explained.TryAdd(record, here) ? "a map, see below" : $"a map like `{_explained[record]}`";

    private static string Default(SettingsProperty property, object defaults)
    {
        if (property.IsRequired)
        {
            return "must be set";
        }

        return property.OnFrom is { } mode
            ? mode == AdoptionMode.Observe ? "true" : $"true from mode {SettingsTypes.Word(mode)} on"
            : Text(property.Member.GetValue(defaults));
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        Enum word => SettingsTypes.Word(word),
        string text => $"`{text}`",
        IDictionary { Count: 0 } or ICollection { Count: 0 } => "none",
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Text)),
        _ => SettingsTypes.IsRecord(value.GetType()) ? "see below" : Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What each word of an enumeration means.</summary>
    private string Words(SettingsProperty property)
    {
        var type = SettingsTypes.Plain(property.Member.PropertyType);
        type = SettingsTypes.ItemOf(type) ?? type;
        return type.IsEnum
            ? " " + string.Join(" ", Enum.GetValues(type).Cast<Enum>().Select(word => $"`{SettingsTypes.Word(word)}`: {Doc($"F:{Name(type)}.{word}")}"))
            : "";
    }

    private string Doc(string member)
    {
        if (_docs.GetValueOrDefault(member)?.Element("summary") is not { } summary)
        {
            Undocumented.Add(member);
            return "";
        }

        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
            XElement other => other.Value,
            _ => node.ToString(),
        }));
        return Spaces().Replace(text, " ").Trim();
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
