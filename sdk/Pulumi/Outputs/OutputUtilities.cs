using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs; for tests and for libraries that build on the SDK.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is not known; <paramref name="value"/> is what <see cref="GetValueAsync{T}"/> would give if it were.</summary>
    public static Output<T> CreateUnknown<T>(T value) => new(OutputData.Known(value) with { IsKnown = false });

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new Output<T>(MakeAsync(valueFactory));
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask).IsKnown;

    /// <summary>The value, or the default of its type when it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask).Value;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.DataTask).Resources;

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) => new(WithDependencyAsync(output, resource));

    private static async Task<OutputData<T>> MakeAsync<T>(Func<Task<T>> valueFactory) => OutputData.Known(await valueFactory()) with { IsKnown = false };

    private static async Task<OutputData<T>> WithDependencyAsync<T>(Output<T> output, Resource resource)
    {
        var data = await output.DataTask;
        return data with { Resources = data.Resources.Add(resource) };
    }
}
