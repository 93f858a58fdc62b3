using System.Collections.Immutable;
using FinOps.LocalEngine.Providers;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>
/// Types <c>test:index:Thing</c>: echoes its inputs, adds <c>arn</c>, which only an update tells. The input <c>size</c> (and <c>target</c>) cannot
/// change in place; <c>unique</c> cannot exist twice; <c>wrong</c> is refused by the check; <c>fail</c> makes applying fail. Adopts leftovers by URN.
/// </summary>
internal sealed class TestProvider(TestWorld world) : ILocalProvider
{
    private static readonly ImmutableArray<string> _fixed = ["size", "target", "unique"];

    public string Package => world.Package;

    public string Version => "1.0.0";

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(new CheckResult(
        request.NewInputs.ContainsKey("color") ? request.NewInputs : request.NewInputs.Set("color", "grey"),
        request.NewInputs.ContainsKey("wrong") ? [new CheckFailure("wrong", "an unknown property")] : []));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        var changed = InputDiff.Changed(request.OldInputs, request.NewInputs);
        return Task.FromResult(new DiffResult(changed, [.. changed.Intersect(_fixed)], changed.Contains("unique")));
    }

    public async Task<ApplyResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        if (request.Preview)
        {
            return new ApplyResult("", request.Inputs);
        }

        var id = world.Existing.FirstOrDefault(item => item.Value.Urn == request.Urn && item.Value.Inputs.Equals(request.Inputs)).Key ?? world.NextId(request.Name);
        await world.ActAsync($"create {request.Name}", () => Apply(id, request.Urn, request.Inputs), cancellationToken);
        return new ApplyResult(id, Outputs(id, request.Inputs));
    }

    public async Task<ApplyResult> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        if (!request.Preview)
        {
            await world.ActAsync($"update {NameOf(request.Urn)}", () => Apply(request.Id, request.Urn, request.NewInputs), cancellationToken);
        }

        return new ApplyResult(request.Id, Outputs(request.Id, request.NewInputs));
    }

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        world.ActAsync($"delete {NameOf(request.Urn)}", () =>
        {
            if (request.Inputs.ContainsKey("stuck"))
            {
                throw new InvalidOperationException("it is stuck");
            }

            world.Existing.TryRemove(request.Id, out _);
        }, cancellationToken);

    public Task<ApplyResult?> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => Task.FromResult(
        world.Existing.TryGetValue(request.Id, out var found) ? new ApplyResult(request.Id, Outputs(request.Id, found.Inputs), found.Inputs) : null);

    public Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, CancellationToken cancellationToken) => token switch
    {
        "test:index:echo" => Task.FromResult(InvokeResult.Ok(arguments)),
        "test:index:refuse" => Task.FromResult(new InvokeResult(PropertyMap.Empty, [new CheckFailure("name", "is missing")])),
        _ => throw new InvalidOperationException($"no function {token}"),
    };

    private static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    private static PropertyMap Outputs(string id, PropertyMap inputs) => inputs.Set("arn", $"arn:{id}");

    private void Apply(string id, string urn, PropertyMap inputs)
    {
        if (inputs.ContainsKey("fail"))
        {
            throw new InvalidOperationException("the service said no");
        }

        world.Existing[id] = (urn, inputs);
    }
}
