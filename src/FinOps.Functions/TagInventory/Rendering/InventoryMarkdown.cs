using FinOps.Core.Inventory.Similarity;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.TagInventory.Rendering;

/// <summary>The inventory as Markdown, or as plain text for a mail.</summary>
internal sealed class InventoryMarkdown(TagInventoryReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 25;

    public static string Render(TagInventoryReport report) => new InventoryMarkdown(report, MarkdownText.Escape).Write();

    public static string RenderText(TagInventoryReport report) => new InventoryMarkdown(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line($"# {InventoryWords.Title(report)}").Line().Line(InventoryWords.Lede(report)).Line();
        foreach (var card in InventoryWords.Cards(report))
            Line($"* **{card.Name}: {card.Value}** {card.Note}");
        Section("Keys written in more than one way");
        Clusters("Key", report.KeyClusters.Select(cluster => ("", cluster)), "No key has a second spelling.");
        Section("Values written in more than one way");
        Clusters("Value", report.ValueClusters.SelectMany(key => key.Clusters.Select(cluster => (key.Key, cluster))), "No value has a second spelling.");
        if (report.NotCompared.Count > 0)
            Line($"Not compared, because their values name single things: {string.Join(", ", report.NotCompared.Take(Shown).Select(Text))}.").Line();
        Section("What to change");
        Table(["Account", "Tags", "Resources"], report.Fixes.Accounts.Take(Shown).Select(account => (string[])[Plain(InventoryWords.Account(report, account.AccountId)), InventoryWords.Number(account.Tags), InventoryWords.Number(account.Resources)]), "Nothing.");
        Cut(report.Fixes.Accounts.Count, "account");
        foreach (var refusal in report.Fixes.Refusals)
            Line($"* {Figures.Count(refusal.Tags, "tag")} for a person: {Plain(refusal.Why)} (for example {Text(refusal.Example)}).");
        if (report.Fixes.Tags > 0)
            Line($"The fixes are in fixes.csv. After reading them: {Plain(InventoryWords.Apply(report))}").Line();
        Section("Keys");
        Line(Plain(InventoryWords.Spend(report))).Line();
        Table(["Key", "Resources", "Values", "Accounts", "Amount"], report.Keys.Take(Shown).Select(key => (string[])[Text(key.Key), InventoryWords.Number(key.Resources), InventoryWords.Number(key.DistinctValues), $"{key.Accounts}", InventoryWords.Amount(key.Spend)]), "No resource has a tag.");
        Cut(report.Keys.Count + report.Totals.KeysLeftOut, "key");
        foreach (var key in report.Keys.Where(key => key.IsStandard))
        {
            Line($"### {Text(key.Key)}").Line();
            Table(["Value", "Resources", "Allowed", "Amount"], key.Values.Take(Shown).Select(value => (string[])[Text(value.Value), InventoryWords.Number(value.Resources), value.IsAllowed == false ? "no" : "yes", InventoryWords.Amount(value.Spend)]), "No value.");
            Cut(key.DistinctValues, "value");
        }

        Section("Without any tag");
        if (report.NeverTagged is { } never)
        {
            Line($"{InventoryWords.Number(never.Resources)} resources, as {Plain(never.From)} says.").Line();
            Table(["Account", "Resources"], never.Accounts.Take(Shown).Select(place => (string[])[Plain(InventoryWords.Account(report, place.Name)), InventoryWords.Number(place.Resources)]), "None.");
            Cut(never.Accounts.Count, "account");
            Table(["Type", "Resources"], never.Types.Take(Shown).Select(place => (string[])[Plain(place.Name), InventoryWords.Number(place.Resources)]), "None.");
            Cut(never.Types.Count, "type");
        }
        else
        {
            Line("They could not be counted; see below.").Line();
        }

        WriteClosing();
        return base.Text;
    }

    private void Clusters(string heading, IEnumerable<(string Key, SpellingCluster Cluster)> clusters, string whenEmpty)
    {
        var all = clusters.ToList();
        Table([heading, "Spellings", "To change"], all.Take(Shown).Select(each => (string[])[
            $"{(each.Key.Length > 0 ? Text(each.Key) + " = " : "")}**{Plain(InventoryWords.Proposal(each.Cluster))}**",
            string.Join(", ", each.Cluster.Spellings.Where(spelled => spelled.Word.Text != each.Cluster.Canonical).Take(8).Select(spelled => $"{Text(spelled.Word.Text)} ({InventoryWords.Number(spelled.Word.Resources)}, {InventoryNotes.Why(spelled)})"))
                + (each.Cluster.Spellings.Count > 9 ? $" and {each.Cluster.Spellings.Count - 9} more" : ""),
            InventoryWords.Number(each.Cluster.ToChange)]), whenEmpty);
        Cut(all.Count, "cluster");
    }

    private void Cut(long all, string noun)
    {
        if (InventoryWords.More(all, Shown, noun) is { Length: > 0 } more)
            Line(more).Line();
    }

    private new string Text(string text) => Plain(InventoryWords.Cut(text));
}
