using FinOps.Core.Inventory;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;
using FsCheck;
using FsCheck.Fluent;

namespace FinOps.Policies.Tests.Equivalence;

/// <summary>A resource that somebody is about to create.</summary>
internal sealed record TaggedResource(string Type, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The same resource once it is there.</summary>
    public LiveResource Live => new("arn:aws:any:eu-west-1:111122223333:thing/1", "111122223333", "eu-west-1", RandomTagging.LiveType(Type), Tags);

    public override string ToString() => $"{Type} {{{string.Join(", ", Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}}}";
}

/// <summary>Random standards over few keys, values and types, and resources that meet and miss them about as often.</summary>
internal static class RandomTagging
{
    private static readonly string[] Names = ["Team", "CostCenter", "Env", "Owner", "Project", "Stage", "Data", "Tier"];
    private static readonly string[] Values = ["alpha", "beta", "gamma", "delta"];
    private static readonly string[] Types =
    [
        "aws:ec2/instance:Instance", "aws:ebs/volume:Volume", "aws:s3/bucket:Bucket", "aws:rds/instance:Instance", "aws:dynamodb/table:Table",
        "aws:lambda/function:Function", "aws:sqs/queue:Queue", "aws:elasticache/cluster:Cluster", "aws:ec2/natGateway:NatGateway",
    ];

    // What tag policies call the types; both RDS types of the table share their name, so the standard speaks of all or none.
    private static readonly string[] PolicyTypes = ["ec2:instance", "ec2:volume", "s3:bucket", "dynamodb:table", "lambda:function", "sqs:queue", "elasticache:cluster"];

    /// <summary>As the ARN of such a resource tells it.</summary>
    public static string LiveType(string type) => type switch
    {
        "aws:s3/bucket:Bucket" => "s3",
        "aws:sqs/queue:Queue" => "sqs",
        _ => PolicyTypeTable.NamesOf(type)[0].ToString(),
    };

    /// <summary>A standard, and resources to hold against it.</summary>
    /// <param name="resources">How many.</param>
    public static Gen<(TagStandard Standard, TaggedResource[] Resources)> Cases(int resources) =>
        from count in Gen.Choose(1, Names.Length)
        from names in Gen.Shuffle(Names)
        from keys in Gen.CollectToArray(Enumerable.Range(0, count), at => Key(names[at], names[..at]))
        let standard = TagStandard.Parse($"version: 1\nkeys:\n{string.Concat(keys)}", "random.yaml")
        from cases in Resource(standard).ArrayOf(resources)
        select (standard, cases);

    private static Gen<string> Key(string name, string[] before) =>
        from need in Gen.Frequency((5, Gen.Constant("required: true")), (2, Gen.Constant("required: false")), (before.Length == 0 ? 0 : 2, Gen.Constant($"requiredWhen: {{ {before.FirstOrDefault("")}: [alpha] }}")))
        from value in Gen.Frequency((5, Gen.SubListOf(Values[1..]).Select(list => $", values: [{string.Join(", ", list.Prepend(Values[0]))}]")), (2, Gen.Constant(", pattern: '[a-p]+'")), (2, Gen.Constant("")))
        from limits in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Constant(", appliesTo: [\"aws:ec2/*\", \"aws:s3/*\", \"aws:sqs/*\"]")), (1, Gen.Constant(", except: [\"aws:lambda/*\", \"aws:rds/instance:*\"]")))
        from enforced in Gen.SubListOf(PolicyTypes)
        from reported in Reported(need == "required: true" && limits.Length == 0)
        select $"  {name}: {{ {need}{value}{limits}, tagPolicy: {{ {List("enforcedFor", enforced)}{(enforced.Count > 0 && reported.Count > 0 ? ", " : "")}{List("reportRequiredFor", reported)} }} }}\n"
            .Replace(", tagPolicy: {  }", "", StringComparison.Ordinal);

    /// <summary>Reporting a key as missing where the standard does not require it would be a contradiction in the standard.</summary>
    private static Gen<IList<string>> Reported(bool everywhere) => everywhere ? Gen.SubListOf(PolicyTypes).Select(list => (IList<string>)list) : Gen.Constant<IList<string>>([]);

    private static string List(string name, IList<string> types) => types.Count == 0 ? "" : $"{name}: [{string.Join(", ", types.Select(type => $"\"{type}\""))}]";

    private static Gen<TaggedResource> Resource(TagStandard standard) =>
        from type in Gen.Elements(Types)
        from tags in Gen.CollectToArray(standard.Keys, Tag)
        from stranger in Gen.Elements(0, 0, 1)
        select new TaggedResource(type, tags.SelectMany(tag => tag).Concat(stranger == 1 ? [("Unrelated", "x")] : []).DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal));

    private static Gen<(string Key, string Value)[]> Tag(TagKeyRule key)
    {
        var value = Gen.Frequency(
            (8, Gen.Elements(key.Values.IsEmpty ? Values : [.. key.Values])),
            (2, Gen.Elements(Values)),
            (1, Gen.Elements("Alpha", "alhpa", "abc", "other", "")));
        return Gen.Frequency(
            (12, value.Select(text => new[] { (key.Name, text) })),
            (3, Gen.Constant(Array.Empty<(string, string)>())),
            (1, value.Select(text => new[] { (key.Name.ToLowerInvariant(), text) })),
            (1, from one in value from other in value select new[] { (key.Name, one), (key.Name.ToUpperInvariant(), other) }));
    }
}
