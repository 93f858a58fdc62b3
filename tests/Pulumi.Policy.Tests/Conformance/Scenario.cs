using Pulumi.Policy.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Conformance;

/// <summary>Shared by the scenarios: the policy that looks at <c>value</c>, and the comparison of violations.</summary>
internal static class Scenario
{
    public const string Simple = "simple:index:Resource";

    public static PolicyPack Pack(string name, string version, params Policy[] policies) => new() { Name = name, Version = version, Policies = [.. policies] };

    /// <summary>A policy about resources of the type simple alone; the root stack and providers pass by.</summary>
    public static ResourceValidationPolicy OnSimple(string name, EnforcementLevel level, string description, Action<ResourceValidationArgs> validate) => new()
    {
        Name = name, Description = description, EnforcementLevel = level, ResourceTypes = [Simple], ValidateResource = validate,
    };

    public static bool Value(PolicyResource resource) => resource.Properties["value"].AsBool() ?? throw new InvalidOperationException("the resource has no value");

    public static string Word(bool value) => value ? "true" : "false";

    public static bool Flag(PolicyArgs args, string name) => new PolicyValue(args.Config)[name].AsBool() ?? throw new InvalidOperationException($"the configuration has no {name}");

    public static SeenViolation V(PolicyPack pack, Level level, string urn, string policy, string description, string text) =>
        new(level, urn, policy, pack.Name, pack.Version, $"{description}\n{text}");

    public static void Same(IEnumerable<SeenViolation> expected, RunResult result) =>
        Assert.Equal(expected.OrderBy(violation => violation.ToString(), StringComparer.Ordinal), result.Violations.OrderBy(violation => violation.ToString(), StringComparer.Ordinal));
}
