using System.Collections.Immutable;
using System.Globalization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.CostData;

/// <summary>Names, tables and queries of the cost data, decided before anything is declared.</summary>
public sealed record CostDataPlan(
    CostDataSettings Settings,
    string AccountId,
    string Region,
    string DataBucket,
    string ResultBucket,
    string Database,
    ImmutableArray<ExportTable> Tables,
    ImmutableArray<CostQuery> Queries)
{
    private const int LongestBucketName = 63;

    /// <summary>Where the exports go inside the bucket.</summary>
    public const string ExportPrefix = "exports";

    /// <param name="problems">Takes what is wrong, FIN1190.</param>
    public static CostDataPlan From(CostDataSettings settings, StackFacts facts, SettingsProblems problems)
    {
        var now = facts.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (string.CompareOrdinal(settings.FirstMonth, now) > 0)
        {
            problems.At("firstMonth").Add(settings.FirstMonth, $"this month, {now}, or one before", "Name the month in which the export was turned on.", "FIN1190");
        }

        var (data, results) = (BucketName("cost-data"), BucketName("query-results"));
        foreach (var name in (string[])[data, results])
        {
            if (name.Length > LongestBucketName)
            {
                problems.At("namePrefix").Add(
                    $"'{settings.NamePrefix}', which makes the bucket name {name} of {name.Length} characters", $"bucket names of at most {LongestBucketName} characters",
                    "Shorten the prefix, or the name of the stack.", "FIN1190");
                break;
            }
        }

        var standard = facts.Standard;
        var owner = standard.AllocationKey is { } key ? standard.Key(key) : null;
        if (owner is null or { Values.IsEmpty: true })
        {
            problems.At("queries").Add(
                $"a tag standard with the allocation key {standard.AllocationKey ?? "nothing"}", "an allocation key with listed values, by which the queries tell owners",
                $"Set allocationKey in {standard.Source} and list its values, or turn costData off.", "FIN1190");
        }

        var database = $"{settings.NamePrefix.Replace('-', '_')}_cost_data";
        var tables = ImmutableArray.Create(ExportTables.Focus(settings.Granularity));
        tables = settings.Recommendations ? tables.Add(ExportTables.Recommendations) : tables;
        tables = settings.Cur2 ? tables.Add(ExportTables.Cur2(settings.Granularity)) : tables;
        var queries = owner is null ? [] : new CostQueries($"\"{database}\".\"{tables[0].Word}\"", owner.Name, owner.Values, settings.Queries).All;
        return new CostDataPlan(settings, facts.AccountId, facts.Region, data, results, database, tables, queries);

        string BucketName(string what) => $"{settings.NamePrefix}-{facts.StackName}-{what}-{facts.AccountId}";
    }

    public string ExportName(ExportTable table) => $"{Settings.NamePrefix}-{table.Word}";

    /// <summary>Where the files of a table are: AWS puts <c>data/</c> and <c>metadata/</c> below prefix and name of the export.</summary>
    public string DataPath(ExportTable table) => $"s3://{DataBucket}/{ExportPrefix}/{ExportName(table)}/data/";
}
