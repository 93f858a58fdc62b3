using FinOps.LocalEngine.Providers;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>The provider "simple" of Pulumi's policy conformance tests: one type, one boolean <c>value</c>, echoed in previews too.</summary>
internal sealed class SimpleProviderFactory : IProviderFactory, ILocalProvider
{
    public string Package => "simple";

    public string Version => "2.0.0";

    public (ILocalProvider? Provider, IReadOnlyList<CheckFailure> Failures) Create(PropertyMap configuration, string programDirectory) =>
        configuration.Keys.All(key => key == "version") ? (this, []) : (null, [new CheckFailure("", "only a version is allowed")]);

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(new CheckResult(
        request.NewInputs,
        request.Type == "simple:index:Resource" && request.NewInputs.Count == 1 && request.NewInputs.Find("value")?.Plain() is BoolValue or UnknownValue
            ? []
            : [new CheckFailure("value", "must be the only property, and a boolean")]));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new DiffResult(InputDiff.Changed(request.OldInputs, request.NewInputs), [], false));

    public Task<ApplyResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ApplyResult(request.Preview ? "" : "id", request.Inputs));

    public Task<ApplyResult> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) => Task.FromResult(new ApplyResult(request.Id, request.NewInputs));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ApplyResult?> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ApplyResult?>(new ApplyResult(request.Id, PropertyMap.Of(("value", true))));

    public Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, CancellationToken cancellationToken) => throw new NotSupportedException(token);
}
