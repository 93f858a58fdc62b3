using Level = Pulumirpc.EnforcementLevel;
using static Pulumi.Policy.Tests.Conformance.Scenario;

namespace Pulumi.Policy.Tests.Conformance;

public sealed class PolicyResourceMetadataTests
{
    private static readonly PolicyPack Metadata = Pack("resource-metadata", "1.0.0",
        On("name-type-urn-props", "identity", resource => Value(resource) && resource.Urn.Contains("::identity", StringComparison.Ordinal)),
        On("protect", "protected", resource => resource.Options.Protect),
        On("ignore-changes", "ignoreChanges", resource => resource.Options.IgnoreChanges.Contains("value")),
        On("delete-before-replace", "deleteBeforeReplace", resource => resource.Options.DeleteBeforeReplace == true),
        On("additional-secret-outputs", "secretOutput", resource => resource.Options.AdditionalSecretOutputs.Contains("value")),
        On("custom-timeouts", "customTimeouts", resource => resource.Options.Timeouts.Create == TimeSpan.FromMinutes(5)),
        On("provider", "explicitProvider", resource => resource.Provider is { Type: "pulumi:providers:simple", Name: "prov" }),
        On("parent", "child", resource => resource.Options.Parent.Contains("::parent", StringComparison.Ordinal)),
        OnStack("dependencies", "dependsOn", resource => resource.Dependencies.Any(other => other.Urn.Contains("::dependency", StringComparison.Ordinal))),
        OnStack("property-dependencies", "propertyDependency",
            resource => resource.PropertyDependencies.TryGetValue("value", out var others) && others.Any(other => other.Urn.Contains("::dependency", StringComparison.Ordinal))));

    [Fact]
    public async Task EveryOption_Arrives()
    {
        var engine = new MiniEngine("policy-resource-metadata", _ => Metadata);
        var program = new SimpleProgram(_ =>
        [
            SimpleProgram.Resource("identity", true),
            SimpleProgram.Resource("protected", true, each => each.Options.Protect = true),
            SimpleProgram.Resource("ignoreChanges", true, each => each.Options.IgnoreChanges.Add("value")),
            SimpleProgram.Resource("deleteBeforeReplace", true, each => (each.Options.DeleteBeforeReplace, each.Options.DeleteBeforeReplaceDefined) = (true, true)),
            SimpleProgram.Resource("secretOutput", true, each => each.Options.AdditionalSecretOutputs.Add("value")),
            SimpleProgram.Resource("customTimeouts", true, each => each.Options.CustomTimeouts = new() { Create = 300 }),
            SimpleProgram.Resource("explicitProvider", true, each => each.Provider.Name = "prov"),
            SimpleProgram.Resource("parent", true),
            SimpleProgram.Resource("child", true, each => each.Parent = "parent"),
            SimpleProgram.Resource("dependency", true),
            SimpleProgram.Resource("dependsOn", true, each => each.Dependencies.Add("dependency")),
            SimpleProgram.Resource("propertyDependency", true, each => each.PropertyDependencies.Add("value", new() { Urns = { "dependency" } })),
        ]);

        var (preview, update) = await engine.RunAsync(program, new RunInput());

        string Urn(string name) => name == "child" ? $"urn:pulumi:test::policy-resource-metadata::{Simple}${Simple}::child" : engine.Urn(name);
        var expected = new[]
        {
            ("name-type-urn-props", "identity"), ("protect", "protected"), ("ignore-changes", "ignoreChanges"), ("delete-before-replace", "deleteBeforeReplace"),
            ("additional-secret-outputs", "secretOutput"), ("custom-timeouts", "customTimeouts"), ("provider", "explicitProvider"), ("parent", "child"),
            ("dependencies", "dependsOn"), ("property-dependencies", "propertyDependency"),
        }.Select(each => V(Metadata, Level.Advisory, Urn(each.Item2), each.Item1, $"{each.Item1} metadata is available", "metadata matched")).ToList();
        Same(expected, preview);
        Same(expected, update);
        Assert.Equal((Outcome.Ok, Outcome.Ok), (preview.Outcome, update.Outcome));
    }

    private static ResourceValidationPolicy On(string policy, string name, Func<PolicyResource, bool> matches) =>
        OnSimple(policy, EnforcementLevel.Advisory, $"{policy} metadata is available", args =>
        {
            if (args.Resource.Name == name && matches(args.Resource))
            {
                args.Report("metadata matched");
            }
        });

    private static StackValidationPolicy OnStack(string policy, string name, Func<StackResource, bool> matches) => new()
    {
        Name = policy, Description = $"{policy} metadata is available", EnforcementLevel = EnforcementLevel.Advisory,
        ValidateStack = args =>
        {
            foreach (var resource in args.Resources.Where(each => each.Type == Simple && each.Name == name && matches(each)))
            {
                args.Report("metadata matched", resource);
            }
        },
    };
}
