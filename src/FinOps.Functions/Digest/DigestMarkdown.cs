using FinOps.Functions.Rendering;

namespace FinOps.Functions.Digest;

/// <summary>The parts of some owners as Markdown or, with another way to escape, as plain text.</summary>
/// <param name="most">Rows of a section.</param>
internal sealed class DigestMarkdown(DigestReport report, IReadOnlyList<OwnerDigest> owners, int most, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    public string Write()
    {
        Line($"# FinOps digest {report.State.Week}").Line();
        if (owners.Count == 0)
            Line("No report has findings for anybody.");
        foreach (var owner in owners)
        {
            Section($"{Plain(owner.Owner)}: {owner.New.Count} new, {owner.Open.Count + owner.NotLookedAt.Count} open, {owner.Fixed.Count} fixed");
            foreach (var (_, title, items) in DigestRenderer.Sections(owner).Where(section => section.Items.Count > 0))
            {
                Line($"### {title}").Line();
                Table(["What", "Amount", "Urgency", "Since", "Report"], items.Take(most).Select(item => new[]
                {
                    Plain(DigestRenderer.Title(item.Finding)), DigestRenderer.Amount(item.Finding), item.Finding.Severity.ToString(), FormattableString.Invariant($"{item.Since:yyyy-MM-dd}"), Plain(item.Function),
                }), "");
                if (items.Count > most)
                    Line($"And {items.Count - most} more.").Line();
            }
        }

        WriteClosing();
        return Text;
    }
}
