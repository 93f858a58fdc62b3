using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Waivers;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Upkeep;

/// <summary>WVR001: waivers end, and those that are left are needed. Also shows what was waived, so that silence is never approval.</summary>
public sealed class WaiverOutOfOrder(WaiverBook book) : StackRule
{
    public override string Id => WaiverList.UpkeepRule;

    public override string Name => "waiver-out-of-order";

    public override RuleCategory Category => RuleCategory.Upkeep;

    public override bool IsAboutThePack => true;

    public override string Title => "Waivers are in force and needed, and what they hide is shown";

    public override string Why => "A waiver that has ended protects nothing, and one that matches nothing waits for something it was not written for.";

    public override string Fix => "Remove the entry from waivers.yaml, or agree on a new end and write it there with its ticket.";

    /// <summary>The examples are about an expired waiver and one in force, both for COST003; the tests bring the matching waivers.yaml.</summary>
    public override RuleExamples Examples => new(
        Good: [new RuleExample("No waiver, nothing to show", [new ExampleResource("worker", "aws:cloudwatch/logGroup:LogGroup", PropertyMap.Of(("retentionInDays", 14)))])],
        Bad: []);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        foreach (var (waiver, urn) in book.Expired)
        {
            report(new Finding($"{Named(waiver)} holds from {waiver.Since:yyyy-MM-dd} until {waiver.Expires:yyyy-MM-dd} and so not today, {book.Today:yyyy-MM-dd}.", "out of its time", Find(args, urn)));
        }

        var met = book.Expired.Select(use => use.Waiver).ToHashSet();
        foreach (var waiver in book.Ended(args.Stack).Where(waiver => !met.Contains(waiver)))
        {
            report(new Finding($"{Named(waiver)} ended on {waiver.Expires:yyyy-MM-dd}; remove it.", "ended"));
        }

        foreach (var waiver in book.Idle(args.Stack))
        {
            report(new Finding($"{Named(waiver)} matches no finding in this stack; remove it.", "idle"));
        }

        var waived = book.Used.ToList();
        if (waived.Count > 0)
        {
            report(new Finding($"{waived.Count} finding{(waived.Count == 1 ? " is" : "s are")} waived:\n{string.Join("\n", waived.Select(use => $"  {Shown(use.Waiver, use.Urn)}"))}", "waived"));
        }
    }

    private static string Named(Waiver waiver) => $"the waiver of {waiver.Rule} on line {waiver.Line} ({waiver.Owner}, {waiver.Ticket})";

    private static WaivedFinding Shown(Waiver waiver, string urn) => new(waiver.Rule, urn, waiver.Reason, waiver.Owner, waiver.Ticket, waiver.Expires);

    private static StackResource? Find(StackValidationArgs args, string urn) => args.Resources.FirstOrDefault(resource => resource.Urn == urn);
}
