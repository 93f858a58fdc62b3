using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Aws.Tests.Resources;

/// <summary>Records what a program registers and calls; answers with the inputs and an id.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentBag<MockResourceArgs> Registered { get; } = [];

    public ConcurrentBag<MockCallArgs> Called { get; } = [];

    /// <summary>What a function answers, by token.</summary>
    public Dictionary<string, ImmutableDictionary<string, object>> Answers { get; } = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered.Add(args);
        return Task.FromResult<(string?, object)>((args.Name + "-id", args.Inputs.SetItem("arn", "arn:aws:test:::" + args.Name)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Called.Add(args);
        return Task.FromResult<object>(Answers[args.Token!]);
    }

    public static async Task<RecordingMocks> RunAsync(Action program, RecordingMocks? mocks = null)
    {
        mocks ??= new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);
        return mocks;
    }

    public MockResourceArgs Single(string type) => Assert.Single(Registered, resource => resource.Type == type);
}
