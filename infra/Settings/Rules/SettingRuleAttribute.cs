namespace FinOps.Infra.Settings.Rules;

/// <summary>What a value may be. On a list or a map the rule is for each item.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class SettingRuleAttribute : Attribute
{
    /// <summary>What is allowed, as a problem and the documentation say it: <c>a percentage above 0</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>As it is written in YAML.</summary>
    public abstract string Example { get; }

    /// <param name="value">A string, int or decimal: what the property, or an item of it, holds.</param>
    public abstract bool Accepts(object value);

    /// <summary>The next step; a rule that knows better says so.</summary>
    public virtual string Fix(object value) => $"For example {Example}.";
}
