namespace Pulumi.Policy.Tests.Testing;

internal static class Policies
{
    /// <summary>Reports on every resource.</summary>
    public static ResourceValidationPolicy Reporting(string name, EnforcementLevel? level = null, PolicySeverity? severity = null) => new()
    {
        Name = name, Description = $"About {name}", EnforcementLevel = level, Severity = severity, ValidateResource = args => args.Report("wrong"),
    };

    /// <summary>Sets <c>value</c> to the opposite each time.</summary>
    public static ResourceValidationPolicy Flipping(string name, EnforcementLevel? level = EnforcementLevel.Remediate) => new()
    {
        Name = name, Description = $"About {name}", EnforcementLevel = level,
        RemediateResource = args => args.Inputs.Set("value", args.Resource.Properties["value"].AsBool() != true),
    };

    public static StackValidationPolicy Stack(string name, Action<StackValidationArgs> validate, PolicySeverity? severity = null) => new()
    {
        Name = name, Description = $"About {name}", EnforcementLevel = EnforcementLevel.Mandatory, Severity = severity, ValidateStack = validate,
    };
}
