using FinOps.Core.Compliance.Results;

namespace FinOps.Functions.Compliance.Trend;

/// <summary>The figures of one run that later runs are compared with. All that is kept; small, because it is read again every time.</summary>
/// <param name="Share">By count; null when there was no score.</param>
/// <param name="NonCompliantSpend">In <paramref name="Currency"/>, of <paramref name="SpendDays"/> days; null when spend was not known.</param>
/// <param name="AccountsSeen">Runs that saw other accounts are not like one another.</param>
public sealed record RunFigures(
    string RunId,
    DateTimeOffset At,
    int AccountsSeen,
    int Resources,
    int Compliant,
    int NonCompliant,
    int Waived,
    decimal? Share,
    decimal? SpendShare,
    decimal? NonCompliantSpend,
    int? SpendDays,
    string Currency,
    IReadOnlyList<TeamFigures> Teams)
{
    /// <summary>Teams that are kept, those with the most to do first.</summary>
    private const int MostTeams = 200;

    internal static RunFigures Of(ComplianceReport report)
    {
        var (result, total) = (report.Result, report.Result.Total);
        return new RunFigures(
            report.RunId, report.GeneratedAt, report.AccountsSeen, total.Total.Resources, total.Compliant.Resources, total.NonCompliant.Resources, total.Waived.Resources,
            result.Share, result.SpendShare, result.Spend is null ? null : total.NonCompliant.Spend.Amount, result.Spend?.Days.Days, report.Currency,
            [.. result.Teams.Take(MostTeams).Select(Team)]);

        TeamFigures Team(StandingRow row) => new(row.Key, result.AsksForAnything ? row.Standing.Share : null, row.Standing.NonCompliant.Resources);
    }
}

/// <param name="Team">Empty for nobody.</param>
public sealed record TeamFigures(string Team, decimal? Share, int NonCompliant);
