namespace FinOps.Core.Costs.History;

/// <summary>What a history is cut by.</summary>
/// <param name="Name">The tag key or the name of the cost category; empty for the other kinds.</param>
public sealed record HistoryGrouping(HistoryGroupingKind Kind, string Name)
{
    /// <summary>What <see cref="TryParse"/> reads, for error messages.</summary>
    public const string Forms = "service, account, region, recordType, tag:KEY or category:NAME";

    private const string TagPrefix = "tag:";
    private const string CategoryPrefix = "category:";

    /// <summary>What a person reads above the groups.</summary>
    public string Heading => Kind switch
    {
        HistoryGroupingKind.Service => "Service",
        HistoryGroupingKind.Account => "Account",
        HistoryGroupingKind.Region => "Region",
        HistoryGroupingKind.RecordType => "Charge type",
        _ => Name,
    };

    /// <summary>Whether a cost may have no value at all, as one without the tag has.</summary>
    public bool MayBeMissing => Kind is HistoryGroupingKind.Tag or HistoryGroupingKind.Category;

    public static HistoryGrouping? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            "service" => new(HistoryGroupingKind.Service, ""),
            "account" => new(HistoryGroupingKind.Account, ""),
            "region" => new(HistoryGroupingKind.Region, ""),
            "recordType" => new(HistoryGroupingKind.RecordType, ""),
            _ when Named(TagPrefix) is { } key => new(HistoryGroupingKind.Tag, key),
            _ when Named(CategoryPrefix) is { } name => new(HistoryGroupingKind.Category, name),
            _ => null,
        };

        string? Named(string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length ? text[prefix.Length..] : null;
    }
}
