using System.Text.RegularExpressions;

namespace FinOps.Infra.Settings.Rules;

/// <summary>Text of a form.</summary>
/// <param name="pattern">The whole value must match.</param>
/// <param name="allowed">The form in words.</param>
/// <param name="example">A value of that form.</param>
public sealed class MatchesAttribute(string pattern, string allowed, string example) : SettingRuleAttribute
{
    private readonly Regex _pattern = new($"^(?:{pattern})$", RegexOptions.CultureInvariant);

    public override string Allowed => allowed;

    public override string Example => example;

    public override bool Accepts(object value) => value is string text && _pattern.IsMatch(text);
}
