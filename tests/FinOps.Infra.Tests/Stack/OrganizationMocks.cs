using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

/// <summary>Answers the organization's discovery with two active accounts and a suspended one, and keeps what is registered.</summary>
internal sealed class OrganizationMocks : IMocks
{
    public ConcurrentQueue<Registration> Registered { get; } = new();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered.Enqueue(new Registration(TracedPart.Current, args));
        var state = args.Inputs
            .SetItem("arn", $"arn:aws:mock:::{args.Type}/{args.Name}")
            .SetItem("name", args.Inputs.GetValueOrDefault("name") ?? args.Name!)
            .SetItem("bucket", args.Inputs.GetValueOrDefault("bucket") ?? args.Name!);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => args.Token switch
    {
        "aws:organizations/getOrganization:getOrganization" => Task.FromResult<object>(new Dictionary<string, object>
        {
            ["id"] = "o-abcdefghij",
            ["masterAccountId"] = "111111111111",
            ["roots"] = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("id", "r-ab12")),
            ["accounts"] = ImmutableArray.Create<object>(
                Account("111111111111", "management", "ACTIVE"),
                Account("222222222222", "payments-prod", "ACTIVE"),
                Account("333333333333", "old-lab", "SUSPENDED")),
        }),
        _ => throw new InvalidOperationException($"the stack called {args.Token}, which these mocks do not answer"),
    };

    private static ImmutableDictionary<string, object> Account(string id, string name, string state) =>
        ImmutableDictionary<string, object>.Empty.Add("id", id).Add("name", name).Add("state", state);
}
