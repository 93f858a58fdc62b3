using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;
using FinOps.Functions.TagFixes;
using FinOps.Functions.TagInventory;
using FinOps.Functions.TagInventory.Rendering;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.TagInventory;

public sealed class InventoryRenderingTests
{
    private static readonly TagInventoryRenderer Renderer = TagInventoryRenderer.Instance;

    [Fact]
    public async Task Html_IsSelfContainedAndAccessible()
    {
        var html = await Renderer.HtmlAsync(await ManyAsync());

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(src|href)\\s*=\\s*[\"']?https?:", html);
        Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<caption"));
        Assert.DoesNotMatch("<th>|<th (?!.*scope=)[^>]*>", html);
        Assert.True(Regex.Count(html, "<svg") > 10);
        Assert.Equal(Regex.Count(html, "<svg"), Regex.Count(html, "<svg[^>]*role=\"img\"[^>]*aria-label"));
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Equal(Regex.Count(html, "<section aria-labelledby=\"([^\"]+)\""), Regex.Count(html, "<h2 id="));
        Assert.Contains("could not see", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllForms_TellTheSameNumbers()
    {
        var report = await ManyAsync();
        var mail = await Renderer.MailAsync(report, null);

        foreach (var text in new[] { await Renderer.HtmlAsync(report), Renderer.Markdown(report), Renderer.Text(report), mail })
        {
            Assert.Contains(InventoryNotes.Number(report.Fixes.Tags), text, StringComparison.Ordinal);
            Assert.Contains("321", text, StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse(Renderer.Json(report));
        Assert.Equal(report.Fixes.Tags, json.RootElement.GetProperty("fixes").GetProperty("tags").GetInt32());
        Assert.Contains(report.Fixes.Hash, Renderer.Markdown(report), StringComparison.Ordinal);
        Assert.Contains(report.Fixes.Hash, await Renderer.HtmlAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_EachTable_AddsUp()
    {
        var report = (await Inventories.RunAsync([.. Inventories.Many(), .. Enumerable.Range(1000, 400).Select(number => Inventories.Resource(number, ("Name", $"db-{number}")))])).Report;

        var rows = CsvRows.Read(Renderer.Csv(report)).Skip(1).Select(row => row.Fields).ToList();

        Assert.All(rows, row => Assert.Equal(14, row.Count));
        foreach (var key in report.Keys)
            Assert.Equal(key.Resources, rows.Where(row => row[0] is "value" or "value left out" && row[1] == key.Key).Sum(Resources));
        foreach (var table in new[] { "account", "region", "type" })
            Assert.Equal(report.Totals.Resources, rows.Where(row => row[0] == table).Sum(Resources));
        Assert.Contains(rows, row => row[0] == "value left out" && row[1] == "Name");

        static int Resources(IReadOnlyList<string> row) => int.Parse(row[5], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task HostileTags_StayText()
    {
        var (report, fixes) = await Inventories.RunAsync(Inventories.OfHostileTags(), Bills.Daily([.. Inventories.Hostile.Select(text => (text, text))]), active: ["Team"],
            notSeen: [new Blindspot(Inventories.Hostile[0], Inventories.Hostile[4], Inventories.Hostile[2])]);
        var mail = await Renderer.MailAsync(report, new PageLink("s3://bucket/key", new Uri("https://bucket.example/key?X-Amz-Signature=x&a=b"), report.GeneratedAt));

        foreach (var html in new[] { await Renderer.HtmlAsync(report), mail })
        {
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<2>", html, StringComparison.Ordinal);
        }

        Assert.True(Encoding.UTF8.GetByteCount(mail) < 100_000, $"{Encoding.UTF8.GetByteCount(mail)} bytes");
        Assert.DoesNotMatch("[\\p{C}-[\u00AD]]", Renderer.Subject(report));
        var markdown = Renderer.Markdown(report);
        Assert.DoesNotContain("<img", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotContain("https://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
        foreach (var table in Regex.Matches(markdown, @"(^\|.*\|\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd().Split('\n')))
            Assert.Single(table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
        foreach (var csv in new[] { Renderer.Csv(report), FixFile.Write(fixes) })
            Assert.All(CsvRows.Read(csv).Skip(1).SelectMany(row => row.Fields), field => Assert.DoesNotMatch(@"^\s*[=+@|%-]", field));
        using var json = JsonDocument.Parse(Renderer.Json(report));
        Assert.Contains(json.RootElement.GetProperty("keys").EnumerateArray(), key => key.GetProperty("key").GetString() == "Team");
    }

    [Fact]
    public async Task NothingFound_SaysSoInEveryForm()
    {
        var report = (await Inventories.RunAsync([], neverTagged: -1)).Report;

        foreach (var text in new[] { await Renderer.HtmlAsync(report), Renderer.Markdown(report) })
        {
            Assert.Contains("No key has a second spelling", text, StringComparison.Ordinal);
            Assert.Contains("could not be counted", text, StringComparison.Ordinal);
        }

        Assert.Contains("n/a", Renderer.Text(report), StringComparison.Ordinal);
        Assert.True((await Renderer.MailAsync(report, null)).Length > 1_000);
    }

    private static async Task<TagInventoryReport> ManyAsync() => (await Inventories.RunAsync(Inventories.Many(), Bills.Daily(("payments", "one"), ("search", "two")), active: ["Team"])).Report;
}
