using System.Collections.Immutable;
using System.Text.Json;
using FinOps.Infra.Settings;
using FinOps.Infra.Tests.Settings;
using Pulumi;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

public sealed class FinOpsStackTests
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task DeclareAsync_OnTheOrganization_RegistersWhatTheSnapshotSays()
    {
        var registered = await RegisterAsync();

        Snapshot.Verify("FinOpsStack", string.Join('\n', registered.Select(Describe).Order(StringComparer.Ordinal)) + "\n");
    }

    [Fact]
    public async Task DeclareAsync_TaggableResources_AllCarryTheStacksTags()
    {
        var registered = await RegisterAsync();

        var untagged = registered
            .Where(resource => Pulumi.Aws.TaggableTypes.TakesTagMap(resource.Type!))
            .Where(resource => resource.Inputs.GetValueOrDefault("tags") is not ImmutableDictionary<string, object> { Count: 5 })
            .Select(resource => resource.Type);

        Assert.Empty(untagged);
    }

    [Fact]
    public async Task DeclareAsync_SuspendedAccount_GetsNoBudget()
    {
        var registered = await RegisterAsync();

        Assert.DoesNotContain(registered, resource => resource.Name == "account-333333333333");
        Assert.Contains(registered, resource => resource.Name == "account-222222222222");
    }

    private static async Task<IReadOnlyList<MockResourceArgs>> RegisterAsync()
    {
        var mocks = new OrganizationMocks();
        var settings = SettingsLoader.Load(ValidConfig.Create(), "finops", "Pulumi.dev.yaml");
        await Deployment.TestAsync(
            mocks,
            new TestOptions { ProjectName = "finops", StackName = "dev", IsPreview = false },
            () => FinOpsStack.DeclareAsync(settings, TestFiles.Standard, "us-east-1", TestFiles.Root));
        return [.. mocks.Registered];
    }

    private static string Describe(MockResourceArgs resource) =>
        $"{resource.Type} {resource.Name} {JsonSerializer.Serialize(Sorted(resource.Inputs), _readable)}";

    private static object? Sorted(object? value) => value switch
    {
        IDictionary<string, object> map => new SortedDictionary<string, object?>(map.ToDictionary(item => item.Key, item => Sorted(item.Value)), StringComparer.Ordinal),
        IEnumerable<object> list => list.Select(Sorted).ToList(),
        Pulumi.Archive => "(archive)",
        _ => value,
    };
}
