using System.Security.Cryptography;
using System.Text;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers;

/// <summary>Providers as resources (<c>pulumi:providers:PACKAGE</c>): checking one is making one, applying it changes nothing outside.</summary>
internal sealed class ProviderResources(IProviderFactory factory, string programDirectory) : ILocalProvider
{
    public string Package => factory.Package;

    public string Version => "";

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult(request.NewInputs, [.. Make(request.NewInputs).Failures]));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new DiffResult(InputDiff.Changed(request.OldInputs, request.NewInputs), [], false));

    /// <summary>The id is drawn from the URN, so that a run that was killed finds the same again.</summary>
    public Task<ApplyResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ApplyResult(request.Preview ? "" : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(request.Urn)).AsSpan(0, 16)).ToString(), request.Inputs));

    public Task<ApplyResult> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ApplyResult(request.Id, request.NewInputs));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ApplyResult?> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ApplyResult?>(new ApplyResult(request.Id, request.Inputs, request.Inputs));

    public Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{token} is not a function of a provider resource");

    /// <summary>What a preview cannot know yet is left away.</summary>
    public (ILocalProvider? Provider, IReadOnlyList<CheckFailure> Failures) Make(PropertyMap inputs) =>
        factory.Create(PropertyMap.Create(inputs.Where(item => !item.Value.ContainsUnknown())), programDirectory);
}
