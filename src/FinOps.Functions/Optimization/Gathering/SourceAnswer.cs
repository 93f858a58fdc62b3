using FinOps.Core.Optimization;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>What one source said.</summary>
/// <param name="State">In words: read, not enrolled, no support plan...</param>
/// <param name="IsComplete">Everything that it has was read: what it does not name is not advised.</param>
internal sealed record SourceAnswer(AdviceSource Source, string State, IReadOnlyList<Advice> Advice, bool IsComplete, IReadOnlyList<Blindspot> NotSeen)
{
    public const string Read = "read";

    /// <summary>The failure of the first request, for a report in which none succeeded.</summary>
    public Exception? Failure { get; init; }

    public static SourceAnswer Whole(AdviceSource source, IReadOnlyList<Advice> advice, params IReadOnlyList<Blindspot> notSeen) => new(source, Read, advice, true, notSeen);

    public static SourceAnswer Nothing(AdviceSource source, string state, Blindspot spot, Exception? failure = null) => new(source, state, [], false, [spot]) { Failure = failure };

    /// <summary>What was read before it broke off stays; the rest is told as not seen.</summary>
    public static SourceAnswer Broken(AdviceSource source, IReadOnlyList<Advice> advice, string what, Exception failure, string nextStep) => new(
        source, advice.Count == 0 ? "not read" : "read in part", advice, false,
        [new Blindspot(advice.Count == 0 ? what : $"all of {what}", advice.Count == 0 ? Failures.Why(failure) : $"{Failures.Why(failure)}, after {advice.Count} were read", nextStep)])
    { Failure = failure };
}
