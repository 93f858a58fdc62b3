using System.Globalization;
using System.Text;
using System.Text.Json;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <summary>The page of a rule under docs/rules, written from the rule itself so that the two cannot disagree.</summary>
public static class RulePage
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(Rule rule)
    {
        var page = new StringBuilder();
        Line(page, $"# {rule.Id} {rule.Name}");
        Line(page, $"");
        Line(page, $"{rule.Title}.");
        Line(page, $"");
        Line(page, $"| | |");
        Line(page, $"|---|---|");
        Line(page, $"| Policy name | `{rule.PolicyName}` |");
        Line(page, $"| Default level | {rule.Level.ToString().ToLowerInvariant()} |");
        Line(page, $"| Severity | {rule.Severity.ToString().ToLowerInvariant()} |");
        Line(page, $"| Category | {rule.Category.Tag()} |");
        Line(page, $"");
        Line(page, $"## Why");
        Line(page, $"{rule.Why}");
        Line(page, $"");
        Line(page, $"## What to do");
        Line(page, $"{rule.Fix}");
        if (rule is ResourceRule { Repairs: true })
        {
            Line(page, $"");
            Line(page, $"At level `remediate` the pack mends what it safely can before the resource is created.");
        }

        Configuration(page, rule);
        Examples(page, "Accepted", [.. rule.Examples.Good]);
        Examples(page, "Refused", [.. rule.Examples.Bad]);
        return page.ToString();
    }

    private static void Configuration(StringBuilder page, Rule rule)
    {
        Line(page, $"");
        Line(page, $"## Configuration");
        Line(page, $"In the file given with `--policy-pack-config`:");
        Line(page, $"```json");
        Line(page, $"{{ \"{rule.PolicyName}\": {{ \"enforcementLevel\": \"{rule.Level.ToString().ToLowerInvariant()}\" }} }}");
        Line(page, $"```");
        Line(page, $"");
        Line(page, $"| Property | Type | Default | |");
        Line(page, $"|---|---|---|---|");
        foreach (var (name, value) in rule.ConfigSchema.Properties)
        {
            var map = ((ObjectValue)value).Map;
            var defaultText = map.Find("default") is { } given ? $"`{PropertyJson.Masked.Write(given)?.ToJsonString(Json)}`" : "";
            Line(page, $"| `{name}` | {map.Text("type")} | {defaultText} | {map.Text("description")} |");
        }
    }

    private static void Examples(StringBuilder page, string title, IReadOnlyList<RuleExample> examples)
    {
        if (examples.Count == 0)
        {
            return;
        }

        Line(page, $"");
        Line(page, $"## {title}");
        foreach (var example in examples)
        {
            var single = example.Resources.Length == 1;
            Line(page, single ? (FormattableString)$"{example.Title} (`{example.Resources[0].Type}`):" : $"{example.Title}:");
            foreach (var resource in example.Resources)
            {
                if (!single)
                {
                    var from = string.Concat(resource.From.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $", `{each.Key}` from `{each.Value}`"));
                    Line(page, $"* `{resource.Name}` (`{resource.Type}`){from}");
                }

                if (!single && resource.Inputs.Count == 0)
                {
                    continue;
                }

                Block(page, resource.Inputs);
            }

            if (example.Provider is { } provider)
            {
                Line(page, $"with a provider that has");
                Block(page, provider);
            }
        }
    }

    private static void Block(StringBuilder page, PropertyMap inputs)
    {
        Line(page, $"```json");
        Line(page, $"{PropertyJson.Masked.Write(inputs).ToJsonString(Json)}");
        Line(page, $"```");
    }

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
