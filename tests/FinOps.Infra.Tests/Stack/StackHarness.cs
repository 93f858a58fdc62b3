using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

/// <summary>Declares the stack, or some parts of it, in this process against mocks.</summary>
internal static class StackHarness
{
    /// <summary>A day in the middle of a month, so that months before and after it are whole.</summary>
    public static TimeProvider Time { get; } = new StoppedClock(new DateTimeOffset(2026, 3, 15, 6, 0, 0, TimeSpan.Zero));

    /// <summary>The organization of the stacks that are in the repository.</summary>
    public static SyntheticOrganizationOptions Organization { get; } = new() { Accounts = 24, AsOf = new DateOnly(2026, 3, 15) };

    /// <param name="stack">A stack whose <c>Pulumi.STACK.yaml</c> is in the repository.</param>
    /// <remarks>On the first 24 accounts of the synthetic organization: one of every kind.</remarks>
    public static Task<IReadOnlyList<Registration>> DeclareAsync(string stack) =>
        DeclareAsync(StackFile.Read(stack), stack, new OrganizationMocks(SyntheticOrganization.Create(Organization)));

    /// <exception cref="ProblemException">What the stack refuses; <paramref name="mocks"/> then shows that nothing was registered.</exception>
    public static async Task<IReadOnlyList<Registration>> DeclareAsync(
        IReadOnlyDictionary<string, string> config, string stack = "dev", OrganizationMocks? mocks = null, IEnumerable<StackPart>? parts = null, TagStandard? standard = null)
    {
        mocks ??= new OrganizationMocks();
        ProblemException? refused = null;
        await Deployment.TestAsync(mocks, new TestOptions { ProjectName = "finops", StackName = stack, IsPreview = false }, async () =>
        {
            try
            {
                return await FinOpsStack.DeclareAsync(Request(config, stack, standard ?? TestFiles.Standard), [.. (parts ?? FinOpsStack.Parts).Select(part => new TracedPart(part))]);
            }
            catch (ProblemException e)
            {
                refused = e;
                return new Dictionary<string, object?>();
            }
        });
        return refused is null ? [.. mocks.Registered] : throw refused;
    }

    private static StackRequest Request(IReadOnlyDictionary<string, string> config, string stack, TagStandard standard) =>
        new(new StackConfig(config, new HashSet<string>(), "finops", $"Pulumi.{stack}.yaml"), standard, stack, "us-east-1", TestFiles.Root, Time);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
