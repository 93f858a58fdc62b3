using System.Globalization;
using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Inventory.Counting;
using FinOps.Core.Inventory.Similarity;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.TagInventory.Rendering;

/// <summary>
/// Every row of every table in one file (RFC 4180). Column <c>table</c> says which; a row called "left out" holds what a long table leaves out,
/// so that each table adds up. Amounts are exact, and empty where the bill cannot say.
/// </summary>
internal static class InventoryCsv
{
    private const string Header = "table,key,value,proposed,difference,resources,untagged,accounts,regions,types,distinct,amount,currency,example";

    public static string Render(TagInventoryReport report)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        Row("total", resources: report.Totals.Resources, untagged: report.Totals.Untagged, distinct: report.Totals.DistinctKeys);
        foreach (var key in report.Keys)
        {
            Row("key", key.Key, resources: key.Resources, accounts: key.Accounts, regions: key.Regions, types: key.Types, distinct: key.DistinctValues, spend: key.Spend, example: key.Examples is [var first, ..] ? first : "");
            foreach (var value in key.Values)
                Row("value", key.Key, value.Value, resources: value.Resources, accounts: value.Accounts, regions: value.Regions, types: value.Types, spend: value.Spend, example: value.Example);
            if (key.ResourcesLeftOut > 0)
                Row("value left out", key.Key, resources: key.ResourcesLeftOut, distinct: key.ValuesLeftOut);
        }

        foreach (var cluster in report.KeyClusters)
            Spellings("spelling of key", "", cluster);
        foreach (var clusters in report.ValueClusters)
            foreach (var cluster in clusters.Clusters)
                Spellings("spelling of value", clusters.Key, cluster);
        Places("account", report.Accounts);
        Places("region", report.Regions);
        Places("type", report.Types);
        Places("no tag: account", report.NeverTagged?.Accounts ?? []);
        Places("no tag: type", report.NeverTagged?.Types ?? []);
        foreach (var key in report.Spend.Keys)
        {
            Row("cost with key", key.Key, spend: key.Tagged);
            Row("cost without key", key.Key, spend: key.Untagged);
        }

        foreach (var account in report.Fixes.Accounts)
            Row("tags to change", account.AccountId, distinct: account.Tags, resources: account.Resources);
        foreach (var refusal in report.Fixes.Refusals)
            Row("tags for a person", value: refusal.Why, distinct: refusal.Tags, example: refusal.Example);
        return csv.ToString();

        void Spellings(string table, string key, SpellingCluster cluster)
        {
            foreach (var spelled in cluster.Spellings)
                Row(table, key, spelled.Word.Text, cluster.Canonical ?? "", InventoryNotes.Why(spelled), spelled.Word.Resources, spend: spelled.Word.Spend);
        }

        void Places(string table, IReadOnlyList<PlaceCount> places)
        {
            foreach (var place in places)
                Row(table, place.Name, resources: place.Resources, untagged: place.Untagged);
        }

        void Row(
            string table, string key = "", string value = "", string proposed = "", string difference = "", long? resources = null, long? untagged = null,
            long? accounts = null, long? regions = null, long? types = null, long? distinct = null, Money? spend = null, string example = "") => csv.AppendJoin(
            ',', table, CsvField.Text(key), CsvField.Text(value), CsvField.Text(proposed), CsvField.Text(difference), resources, untagged, accounts, regions, types, distinct,
            spend?.Amount.ToString("0.############", CultureInfo.InvariantCulture), spend?.Currency, CsvField.Text(example)).Append("\r\n");
    }
}
