using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Reviews;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The report as Markdown; the text part of the mail and what a pull request or a chat can show.</summary>
internal sealed class MarkdownReport(CostReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 15;
    private const string NotKnown = "Not known: the answer had not come in time.";
    private readonly CostAnalysis _analysis = report.Analysis;

    public static string Render(CostReport report) => new MarkdownReport(report, MarkdownText.Escape).Write();

    public static string RenderText(CostReport report) => new MarkdownReport(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line($"# Cost report {_analysis.Periods.Month}").Line();
        Line($"{Figures.Days(_analysis.Periods.Current)}, compared with {Figures.Days(_analysis.Periods.SameDaysBefore)}. Amounts in {_analysis.Currency}.").Line();
        foreach (var card in Html.Kpis.Of(report))
            Line($"* **{card.Name}: {card.Value}**; {Plain(card.Note)}");
        if (_analysis.Missing.Count > 0)
            Line().Line("**This report is not whole.** What hangs on answers that did not come in time is not known, which is not zero.");
        WriteReview(_analysis.Review);
        Section("What moved");
        Line($"Usage of {Figures.Days(_analysis.Periods.RecentWeek)} against the seven days before.").Line();
        Table(
            ["What", "Before", "After", "Change"],
            _analysis.WeekMovers().Take(Shown).Select(Row),
            "Nothing passed the gates.");
        Line($"The month to date against {Figures.Days(_analysis.Periods.SameDaysBefore)}.").Line();
        Table(["What", "Before", "After", "Change"], _analysis.MonthMovers.Take(Shown).Select(Row), "Nothing passed the gates.");
        WriteForecast();
        Section("What was unusual");
        Table(
            ["Service", "Days", "Where", "Owner", "Seen by", "Impact", "State"],
            _analysis.Anomalies.Items.Take(Shown).Select(anomaly => new[]
            {
                Plain(anomaly.Service ?? "not known"), $"{Figures.Day(anomaly.First)} to {Figures.Day(anomaly.Last)}", Plain(CostWords.Cause(anomaly)), Plain(CostWords.Owner(anomaly)),
                CostWords.Seen(anomaly.Source), Money(anomaly.Impact), CostWords.State(anomaly),
            }),
            "Nothing passed the gates.");
        WriteAllocation(_analysis.Allocation);
        Section("Budgets");
        Table(
            ["Budget", "Counts", "Spent", "Limit", "Used", "Runway", "State"],
            _analysis.Budgets.Take(Shown).Select(budget => new[]
            {
                Plain(budget.Name), Plain(CostWords.Scope(budget)), Money(budget.Actual), Money(budget.Limit), Figures.Percent(budget.Used), CostWords.Runway(budget), CostWords.State(budget),
            }),
            "None seen.");
        WriteBreakdown("By service", "Service", _analysis.Services, CostQuestion.UsageByService);
        WriteBreakdown("By account", "Account", _analysis.Accounts, CostQuestion.UsageByAccount);
        WriteBreakdown("By region", "Region", _analysis.Regions, CostQuestion.ChargesByRegion);
        foreach (var tag in _analysis.FurtherTags.Concat(_analysis.Categories))
            WriteBreakdown($"By {Plain(tag.Name)}", tag.Name, tag);
        Section("From usage to the bill");
        Table(
            ["Step", "Unblended", "Amortized", "Net amortized"],
            _analysis.Bridge.Rows.Select(row => (Name: CostWords.Step(row.Step), row.Amounts)).Append((Name: "Bill", Amounts: _analysis.Bridge.Total)).Select(step => new[]
            {
                step.Name, Money(step.Amounts.Unblended), Money(step.Amounts.Amortized), Money(step.Amounts.NetAmortized),
            }).Where(_ => _analysis.KnowsBill),
            NotKnown);
        WriteBreakdown("The bill, by charge type (unblended)", "Charge type", _analysis.Bill, CostQuestion.ChargesByRegion);
        WriteClosing();
        return Text;
    }

    private void WriteAllocation(Allocation allocation)
    {
        Section($"Who owns the cost, by {Plain(allocation.TagKey)}");
        Table(
            ["Value", "Month to date", "Share", "Change", "Verdict"],
            allocation.Values.Take(Shown).Select(value => new[]
            {
                Plain(value.Cost.Label), Money(value.Cost.Current), Figures.Percent(value.Cost.Current.ShareOf(allocation.Total)), Figures.Change(value.Cost.Change), Plain(Verdict(value.Verdict)),
            }),
            "No usage.");
        if (allocation.Values.Count > Shown)
            Line($"{allocation.Values.Count - Shown} more values: {Money(Core.Costs.Money.Sum(allocation.Values.Skip(Shown).Select(value => value.Cost.Current), allocation.Currency))}").Line();
        Section("What the unallocated cost hangs on");
        foreach (var (heading, drivers) in new[] { ("Account", allocation.Accounts), ("Service", allocation.Services) })
        {
            Table(
                [heading, "Unallocated", "Running share"],
                drivers.Take(Shown).Select(driver => new[] { Plain(driver.Label), Money(driver.Unallocated), Figures.Percent(driver.CumulativeShare) }),
                "Nothing is unallocated.");
        }
    }

    private void WriteReview(WeeklyReview review)
    {
        Section($"The review of week {review.Week}");
        Table(
            ["Action", "Stake", "Owner", "Due"],
            review.Actions.Select(action => new[] { Plain(CostWords.Action(action)), Money(action.Stake), Plain(CostWords.Owner(action)), Figures.Day(action.Due) }),
            "Nothing to decide.");
        if (review.Earlier is not { } earlier)
        {
            Line(report.KeepsReviews ? "No earlier review to compare with." : "This run keeps no reviews, so there is no earlier one to compare with.");
            return;
        }

        Line($"What became of the actions of {Plain(earlier.Week)}:").Line();
        Table(
            ["Action", "Stake then", "Stake now", "State"],
            review.Progress.Select(progress => new[]
            {
                Plain(CostWords.Action(progress.Action)), Money(progress.Action.Stake), progress.StakeNow is { } now ? Money(now) : "gone", CostWords.State(progress.State),
            }),
            "It had none.");
    }

    private void WriteForecast()
    {
        Section("Where the month is going");
        if (_analysis.Forecast.Refusal is { } refusal)
            Line($"No forecast: it needs {refusal.DaysNeeded} settled days with cost and there are {refusal.DaysSeen}.").Line();
        if (_analysis.Forecast.Forecast is not { } forecast)
            return;
        Line($"{Money(forecast.Amount)} at the end of the month, eight of ten times between {Money(forecast.Low)} and {Money(forecast.High)}. {CostWords.Method(forecast)}").Line();
        if (_analysis.AwsForecast is { } aws)
            Line($"AWS says {Money(_analysis.UsageTotal + aws.Rest)}.").Line();
        Table(
            ["Month", "Made on", "Forecast", "Actual", "Error"],
            forecast.BackTests.Select(test => new[] { test.Month.ToString(), Figures.Day(test.MadeOn), Money(test.Forecast), Money(test.Actual), Figures.SignedPercent(test.Error) }),
            "No month end could be tested yet.");
    }

    private string[] Row(Mover mover) =>
        [Plain(mover.Label), Money(mover.Before), Money(mover.After), $"{Figures.Change(mover.Change)} ({CostWords.Kind(mover)})"];

    private void WriteBreakdown(string title, string heading, Breakdown breakdown, CostQuestion? question = null)
    {
        Section(title);
        if (question is { } asked && _analysis.Missing.Contains(asked))
        {
            Line(NotKnown).Line();
            return;
        }

        Table(
            [Plain(heading), "Month to date", "Same days before", "Change", "Last month"],
            breakdown.Top(Shown).Rows.Append(breakdown.Total).Select(row => new[]
            {
                Plain(row.Label), Money(row.Current), Money(row.SameDaysBefore), $"{Figures.Change(row.Change)} ({Figures.SignedPercent(row.ChangeRatio)})", Money(row.PreviousMonth),
            }),
            "Nothing.");
    }

    private static string Verdict(TagVerdict verdict) =>
        verdict.IsAllocated ? verdict.Owner ?? "allocated" : verdict.Suggestion is { } meant ? $"did you mean {meant}?" : verdict.Reason ?? "";
}
