using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs the stack against mocks, in this process.</summary>
    /// <returns>Every resource that was made, the stack included, in the order of registration.</returns>
    /// <exception cref="RunException">One error was logged or thrown.</exception>
    /// <exception cref="AggregateException">Several were.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestInMocksAsync(mocks, options, () => BuildAsync(() => new TStack()));

    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestInMocksAsync(mocks, options, () => BuildAsync(() => Resolve<TStack>(serviceProvider)));

    /// <summary>Runs the function against mocks; its result is given back with the resources, the stack left out.</summary>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)" path="/exception"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        var resources = await TestInMocksAsync(testMocks, testOptions, async () => outputs = await BuildAsync(createResources, options: null));
        return ([.. resources.Where(resource => resource is not Stack)], outputs);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources();
            return await NoOutputs();
        });
        return resources;
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return NoOutputs();
        });
        return resources;
    }

    private static async Task<ImmutableArray<Resource>> TestInMocksAsync(IMocks mocks, TestOptions? options, Func<Task> program)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        options ??= new TestOptions();
        var settings = new DeploymentSettings(
            options.OrganizationName ?? "organization",
            options.ProjectName ?? "project",
            options.StackName ?? "stack",
            options.RootDirectory ?? Environment.CurrentDirectory,
            options.IsPreview ?? true,
            DeploymentConfig.FromEnvironment(Environment.GetEnvironmentVariable));
        var monitor = new MockMonitor(mocks, settings);
        var context = new DeploymentContext(settings, monitor, new MockEngine());
        await RunAsync(context, program);
        return context.Logger.Errors.Select(message => new RunException(message)).ToArray() switch
        {
            [] => monitor.Resources,
            [var single] => throw single,
            var several => throw new AggregateException(several),
        };
    }
}
