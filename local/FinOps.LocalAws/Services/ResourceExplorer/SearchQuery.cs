using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.ResourceExplorer;

/// <summary>
/// The filters of a query: <c>tag:none accountid:111122223333 -resourcetype:ec2:instance</c>. All must hold; a minus turns one round. Words that
/// are no filter, which AWS looks for in names, are refused rather than ignored.
/// </summary>
internal sealed class SearchQuery
{
    private readonly List<(bool Not, string Name, string Value)> _filters = [];

    /// <summary>The one account that the query is about; null for all.</summary>
    public string? AccountId => _filters.Find(filter => filter is { Not: false, Name: "accountid" }).Value;

    public static SearchQuery Parse(string text, Func<string, AwsError> invalid)
    {
        var query = new SearchQuery();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (not, filter) = word.StartsWith('-') ? (true, word[1..]) : (false, word);
            var name = filter.Split(':')[0];
            var value = filter.Length > name.Length + 1 ? filter[(name.Length + 1)..] : "";
            if (value.Length == 0 || name is not ("accountid" or "region" or "resourcetype" or "service" or "tag") || (name == "tag" && value is not ("none" or "all")))
                throw invalid($"The filter '{word}' is not one of accountid, region, resourcetype, service, tag:none and tag:all.");
            query._filters.Add((not, name, value));
        }

        return query;
    }

    /// <summary>Resource Explorer has a word for a bucket, a topic and a queue, which their ARNs have not.</summary>
    public static string TypeName(string type) => type switch { "s3" => "s3:bucket", "sns" => "sns:topic", "sqs" => "sqs:queue", _ => type };

    public bool Match(SyntheticResource resource) => _filters.TrueForAll(filter => filter.Not != filter.Name switch
    {
        "accountid" => resource.Live.AccountId == filter.Value,
        "region" => resource.Live.Region == filter.Value,
        "resourcetype" => TypeName(resource.Live.Type) == filter.Value,
        "service" => resource.Live.Type.Split(':')[0] == filter.Value,
        // Tags that AWS itself put there do not count.
        _ => (filter.Value == "none") == resource.Live.Tags.Keys.All(key => key.StartsWith("aws:", StringComparison.Ordinal)),
    });
}
