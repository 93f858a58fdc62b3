using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Drives one resource as the engine does: check, then create or update, carrying the state along.</summary>
internal sealed class ProviderDriver(ILocalProvider provider, string type, string name)
{
    private readonly string _urn = $"urn:pulumi:dev::test::{type}::{name}";
    private PropertyMap? _inputs;

    public string Id { get; private set; } = "";

    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    public async Task<CheckResult> CheckAsync(PropertyMap inputs) =>
        await provider.CheckAsync(new CheckRequest(_urn, type, name, _inputs, inputs, "seed of " + _urn), default);

    public async Task<PropertyMap> CreateAsync(params (string Key, PropertyValue Value)[] inputs) => await CreateAsync(PropertyMap.Of(inputs));

    public async Task<PropertyMap> CreateAsync(PropertyMap inputs)
    {
        var @checked = await CheckAsync(inputs);
        Assert.Empty(@checked.Failures);
        var result = await provider.CreateAsync(new CreateRequest(_urn, type, name, @checked.Inputs, Preview: false), default);
        (_inputs, Id, Outputs) = (@checked.Inputs, result.Id, result.Outputs);
        Assert.NotEmpty(Id);
        return Outputs;
    }

    public async Task<PropertyMap> UpdateAsync(params (string Key, PropertyValue Value)[] inputs)
    {
        var @checked = await CheckAsync(PropertyMap.Of(inputs));
        Assert.Empty(@checked.Failures);
        var result = await provider.UpdateAsync(new UpdateRequest(_urn, type, Id, _inputs!, Outputs, @checked.Inputs, Preview: false), default);
        (_inputs, Id, Outputs) = (@checked.Inputs, result.Id, result.Outputs);
        return Outputs;
    }

    public async Task<ApplyResult> PreviewAsync(params (string Key, PropertyValue Value)[] inputs)
    {
        var @checked = await CheckAsync(PropertyMap.Of(inputs));
        return _inputs is null
            ? await provider.CreateAsync(new CreateRequest(_urn, type, name, @checked.Inputs, Preview: true), default)
            : await provider.UpdateAsync(new UpdateRequest(_urn, type, Id, _inputs, Outputs, @checked.Inputs, Preview: true), default);
    }

    public async Task<DiffResult> DiffAsync(params (string Key, PropertyValue Value)[] inputs)
    {
        var @checked = await CheckAsync(PropertyMap.Of(inputs));
        return await provider.DiffAsync(new DiffRequest(_urn, type, Id, _inputs!, Outputs, @checked.Inputs), default);
    }

    public Task<ApplyResult?> ReadAsync() => provider.ReadAsync(new ReadRequest(_urn, type, Id, _inputs!, Outputs), default);

    /// <summary>Takes what a read finds into the state, as a refresh does.</summary>
    /// <returns>What drifted, as <c>path: old → new</c>.</returns>
    public async Task<IReadOnlyList<string>> RefreshAsync()
    {
        var found = (await ReadAsync())!;
        var before = new ResourceState { Urn = _urn, Type = type, Inputs = _inputs!, Outputs = Outputs };
        (_inputs, Outputs) = (found.Inputs!, found.Outputs);
        return [.. PropertyChange.Between(before, before with { Inputs = _inputs, Outputs = Outputs }).Select(change => $"{change.Path}: {change.Old ?? "nothing"} → {change.New ?? "nothing"}")];
    }

    public Task DeleteAsync() => provider.DeleteAsync(new DeleteRequest(_urn, type, Id, _inputs!, Outputs), default);

    /// <summary>What a killed run leaves: the thing exists, the state knows nothing of it.</summary>
    public ProviderDriver Forgetting() => new(provider, type, name);
}
