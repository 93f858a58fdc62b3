using System.Collections.Concurrent;
using System.Collections.Immutable;
using FinOps.Core.Governance.Guardrails;
using Pulumi.Aws.Organizations;

namespace FinOps.Infra.Governance;

/// <summary>What stands on roots, units and accounts now, asked of Organizations once for each of them and each policy.</summary>
internal sealed class AttachedPolicies
{
    private readonly ConcurrentDictionary<string, Task<GetPolicyResult>> _policies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<ImmutableArray<AttachedPolicy>>> _places = new(StringComparer.Ordinal);

    public Task<ImmutableArray<AttachedPolicy>> OnAsync(string targetId) => _places.GetOrAdd(targetId, AskAsync);

    private async Task<ImmutableArray<AttachedPolicy>> AskAsync(string targetId)
    {
        var attached = ImmutableArray.CreateBuilder<AttachedPolicy>();
        foreach (var kind in Enum.GetValues<GuardrailKind>())
        {
            var found = await GetPoliciesForTarget.InvokeAsync(new GetPoliciesForTargetArgs { TargetId = targetId, Filter = GuardrailPolicy.TypeOf(kind) });
            foreach (var id in found.Ids)
            {
                var policy = await _policies.GetOrAdd(id, each => GetPolicy.InvokeAsync(new GetPolicyArgs { PolicyId = each }));
                attached.Add(new AttachedPolicy(kind, policy.Name, policy.Content));
            }
        }

        return attached.ToImmutable();
    }
}
