using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.SecurityToken;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Scheduling;

/// <summary>What could not be looked at. The same reason in many places is told once, with the places.</summary>
internal sealed class Unread
{
    private const int MostPlaces = 12;

    private readonly ConcurrentQueue<(string What, string Where, string Why, string NextStep)> _all = [];

    /// <param name="what">For example "databases".</param>
    /// <param name="where">Account, or account and region.</param>
    public void Add(string what, string where, Exception failure)
    {
        var (why, next) = failure switch
        {
            OperationCanceledException => ("the time of the function was over", "Give the function more time, or run it more often: each run looks at everything again."),
            AmazonSecurityTokenServiceException sts when AwsFailure.IsDenied(sts) => ("the scheduler's role cannot be assumed there", "Put the account into one of the units of finops:members, or leave it: what has no role is never switched."),
            AmazonServiceException aws => ($"AWS answered {aws.ErrorCode} ({Line(aws.Message)})", AwsFailure.IsDenied(aws) ? "Look for a policy that denies it there." : "If it passes by itself, the next run sees it."),
            _ => (Line(failure.Message), "Check that AWS can be reached from here."),
        };
        _all.Enqueue((what, where, why, next));
    }

    public IReadOnlyList<Blindspot> Told() =>
    [
        .. _all.GroupBy(each => (each.What, each.Why, each.NextStep)).OrderBy(group => group.Key.What, StringComparer.Ordinal).ThenBy(group => group.Key.Why, StringComparer.Ordinal)
            .Select(group => new Blindspot($"{group.Key.What} of {Places([.. group.Select(each => each.Where).Order(StringComparer.Ordinal)])}", group.Key.Why, group.Key.NextStep)),
    ];

    private static string Places(IReadOnlyList<string> places) =>
        string.Join(", ", places.Take(MostPlaces)) + (places.Count > MostPlaces ? $" and {places.Count - MostPlaces} more" : "");

    private static string Line(string text) => text.ReplaceLineEndings(" ").TrimEnd('.');
}
