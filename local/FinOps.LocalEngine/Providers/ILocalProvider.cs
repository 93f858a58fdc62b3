using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers;

/// <summary>
/// A resource provider inside the engine's process: what a Pulumi provider plugin does over gRPC, as plain calls.
/// One instance serves one provider resource (default or explicit). Calls may come concurrently.
/// Inputs arrive with secrets and unknowns still wrapped; outputs must keep them so.
/// </summary>
public interface ILocalProvider
{
    /// <summary>For example <c>aws</c>: the text before the first colon of the types it serves.</summary>
    string Package { get; }

    /// <summary>Semver, for example <c>7.48.0</c>.</summary>
    string Version { get; }

    /// <summary>Validates inputs and adds defaults and auto-names. Called in preview and update, before policies see the resource.</summary>
    Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>What an update from old to new inputs would do. Called only when a previous state exists.</summary>
    Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellationToken);

    /// <summary>Creates; in preview, says which outputs are known already (an empty id then).</summary>
    Task<ApplyResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken);

    Task<ApplyResult> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes; a resource that is already gone is a success.</summary>
    Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken);

    /// <summary>Reads the live resource; null when it does not exist.</summary>
    Task<ApplyResult?> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>Calls a function such as <c>aws:organizations/getOrganization:getOrganization</c>.</summary>
    Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, CancellationToken cancellationToken);
}
