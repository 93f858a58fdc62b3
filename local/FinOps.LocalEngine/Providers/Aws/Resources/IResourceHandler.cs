using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// Applies one resource type through its API. Creates are idempotent: when the thing exists already under our name, as after a run
/// that was killed, it is overwritten instead of refused. Deletes of what is gone succeed.
/// </summary>
internal interface IResourceHandler
{
    Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken);

    Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken);

    Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken);

    /// <summary>What AWS sets where nothing is declared; a list here has one item, which stands for all.</summary>
    PropertyMap Defaults(ResourceCall call) => PropertyMap.Empty;

    /// <summary>Null when it does not exist.</summary>
    Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken);
}
