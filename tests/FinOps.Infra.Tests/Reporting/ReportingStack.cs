using System.Collections.Immutable;
using FinOps.Infra.Reporting;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>The reporting part alone, with some keys of its own.</summary>
internal static class ReportingStack
{
    /// <param name="more">Keys of the section besides sender and recipients, in YAML.</param>
    public static Task<IReadOnlyList<Registration>> DeclareAsync(string more, string mode = "observe", OrganizationMocks? mocks = null)
    {
        var config = ValidConfig.Create();
        config["finops:mode"] = mode;
        config["finops:reporting"] = StackFile.Json($"from: finops@example.com\nto: [a@example.com]\n{more}\n");
        return StackHarness.DeclareAsync(config, mocks: mocks, parts: [new ReportingPart()]);
    }

    public static IEnumerable<Registration> Of(this IEnumerable<Registration> registered, string type) => registered.Where(each => each.Resource.Type == type);

    public static Registration One(this IEnumerable<Registration> registered, string type, string name) => Assert.Single(registered.Of(type), each => each.Resource.Name == name);

    public static object? Input(this Registration registered, string name) => registered.Resource.Inputs.GetValueOrDefault(name);

    public static ImmutableDictionary<string, object> Map(this Registration registered, string name) => (ImmutableDictionary<string, object>)registered.Resource.Inputs[name];
}
