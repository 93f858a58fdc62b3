using System.Text;
using System.Text.Json;
using FinOps.Core.Costs;
using FinOps.Functions.Chat;
using FinOps.Functions.Digest.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Digest;

/// <summary>The digest of all owners in each form of a report, and each owner's own part as mail, text and chat message.</summary>
public sealed class DigestRenderer : ReportRenderer<DigestReport>
{
    // The page has all of it; a mail is cut off by its reader's program at about 100 kB.
    private const int MostInMail = 10;
    private const int MostInChat = 8;
    private const int LongestTitle = 160;

    public override Task<string> HtmlAsync(DigestReport report) => HtmlPages.RenderAsync<DigestPage>(new() { [nameof(DigestPage.Report)] = report });

    public override string Markdown(DigestReport report) => new DigestMarkdown(report, report.State.Owners, int.MaxValue, MarkdownText.Escape).Write();

    public override string Json(DigestReport report) => JsonSerializer.Serialize(report, DigestJson.Default.DigestReport);

    public override string Csv(DigestReport report)
    {
        var csv = new StringBuilder("owner,state,function,id,title,severity,amount,currency,since,link\r\n");
        foreach (var owner in report.State.Owners)
            foreach (var (state, _, items) in Sections(owner))
                foreach (var item in items)
                    csv.AppendJoin(',', [
                        CsvField.Text(owner.Owner), state, CsvField.Text(item.Function), CsvField.Text(item.Finding.Id), CsvField.Text(item.Finding.Title), item.Finding.Severity.ToString(),
                        item.Finding.Amount?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) ?? "", item.Finding.Currency ?? "", FormattableString.Invariant($"{item.Since:yyyy-MM-dd}"), CsvField.Text(item.Finding.Link ?? ""),
                    ]).Append("\r\n");
        return csv.ToString();
    }

    internal static string OwnerSubject(DigestReport report, OwnerDigest owner) =>
        $"FinOps digest {report.State.Week} for {owner.Owner}: {owner.New.Count} new, {owner.Open.Count + owner.NotLookedAt.Count} open, {owner.Fixed.Count} fixed";

    internal static Task<string> OwnerMailAsync(DigestReport report, OwnerDigest owner) =>
        HtmlPages.RenderAsync<OwnerMail>(new() { [nameof(OwnerMail.Report)] = report, [nameof(OwnerMail.Owner)] = Cut(owner), [nameof(OwnerMail.Whole)] = owner });

    internal static string OwnerText(DigestReport report, OwnerDigest owner) => new DigestMarkdown(report, [owner], MostInMail, MarkdownText.OneLine).Write();

    /// <summary>One owner's part, for who asks on a terminal.</summary>
    public static string OwnerMarkdown(DigestReport report, OwnerDigest owner) => new DigestMarkdown(report, [owner], int.MaxValue, MarkdownText.Escape).Write();

    internal static ChatMessage OwnerMessage(DigestReport report, OwnerDigest owner) => new(
        owner.New.Any(item => item.Finding.Severity == FindingSeverity.Urgent) ? ChatTone.Warning : ChatTone.Calm,
        OwnerSubject(report, owner),
        $"What the reports say to {owner.Owner} in week {report.State.Week}.")
    {
        Sections = [.. Sections(owner).Where(section => section.Items.Count > 0).Select(section => new ChatSection($"{section.Title} ({section.Items.Count})", [.. section.Items.Take(MostInChat).Select(Line), .. section.Items.Count > MostInChat ? [$"and {section.Items.Count - MostInChat} more, in the mail"] : (string[])[]]))],
        Footer = $"Each owner is told once a week. Made {Figures.Instant(report.GeneratedAt)}.",
    };

    internal static IReadOnlyList<(string State, string Title, IReadOnlyList<DigestItem> Items)> Sections(OwnerDigest owner) =>
    [
        ("new", "New", owner.New),
        ("open", "Still open", owner.Open),
        ("fixed", "Fixed since last time", owner.Fixed),
        ("not looked at", "Not looked at this time", owner.NotLookedAt),
    ];

    internal static string Amount(Finding finding) => finding.Amount is { } amount ? Figures.Money(new Money(amount, finding.Currency ?? Money.UsDollar)) : "";

    internal static string Title(Finding finding) => ChatText.Shorten(finding.Title, LongestTitle);

    /// <summary>Only an address that a browser opens over https is made a link.</summary>
    internal static Uri? Link(Finding finding) => Uri.TryCreate(finding.Link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 ? address : null;

    private static string Line(DigestItem item) => $"{Title(item.Finding)}{(Amount(item.Finding) is { Length: > 0 } amount ? $" ({amount})" : "")}, since {FormattableString.Invariant($"{item.Since:yyyy-MM-dd}")}";

    private static OwnerDigest Cut(OwnerDigest owner) => new(
        owner.Owner, [.. owner.New.Take(MostInMail)], [.. owner.Open.Take(MostInMail)], [.. owner.Fixed.Take(MostInMail)], [.. owner.NotLookedAt.Take(MostInMail)]);
}
