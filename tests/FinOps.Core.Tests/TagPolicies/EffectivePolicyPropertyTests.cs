using System.Text.Json.Nodes;
using FinOps.Core.TagPolicies;
using FsCheck;
using FsCheck.Fluent;

namespace FinOps.Core.Tests.TagPolicies;

/// <summary>What holds for every organization, whatever its policies.</summary>
public sealed class EffectivePolicyPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_260_101, 1);

    [Fact]
    public void PoliciesBelowALockedRoot_ChangeNothing() => Check(RandomPolicies.Levels, levels =>
    {
        string[] root = [Locked("team"), Locked("cost"), """{"tags":{"@@operators_allowed_for_child_policies":["@@none"]}}"""];

        return Policies.Effective([root, .. levels.Skip(1)]).ToJson() == Policies.Effective(root).ToJson();
    });

    [Fact]
    public void PeersThatAppendOrRemove_MayStandInAnyOrder() => Check(
        from peers in RandomPolicies.Document("@@append", "@@remove").ArrayOf(4)
        from order in Gen.Shuffle(peers)
        from below in RandomPolicies.Document("@@assign", "@@append", "@@remove").ArrayOf(2)
        select (peers, order, below),
        example => AsSets(Policies.Effective([Locked("team").Replace("@@none", "@@all", StringComparison.Ordinal)], example.peers, example.below))
            == AsSets(Policies.Effective([Locked("team").Replace("@@none", "@@all", StringComparison.Ordinal)], example.order, example.below)));

    [Fact]
    public void EffectivePolicyAttachedAsPolicy_HasItselfAsEffectivePolicy() => Check(RandomPolicies.Levels, levels =>
    {
        var effective = Policies.Effective(levels).ToJson();

        return Policies.Effective([Assigning(effective)]).ToJson() == effective;
    });

    [Fact]
    public void EffectivePolicyReadBack_IsTheSame() => Check(RandomPolicies.Levels, levels =>
    {
        var effective = Policies.Effective(levels).ToJson();

        return EffectivePolicyText.Parse(effective, "test").ToJson() == effective;
    });

    [Fact]
    public void EveryValue_StandsWhereItsOriginSays() => Check(RandomPolicies.Levels, levels =>
    {
        var documents = levels.SelectMany(level => level).ToArray();
        var values = Policies.Effective(levels).Keys.SelectMany(key => key.Settings).SelectMany(setting => setting.Values);

        return values.Where(value => value.Origin is not null).All(value => RandomPolicies.At(Document(documents, value.Origin!), value.Origin!.Path) == value.Value);
    });

    [Fact]
    public void IgnoredStatements_MightAsWellNotBeThere() => Check(RandomPolicies.Levels, levels =>
    {
        var policy = Policies.Effective(levels);
        var documents = levels.Select(level => level.Select(document => JsonNode.Parse(document)!).ToArray()).ToArray();
        var flat = documents.SelectMany(level => level).ToArray();
        foreach (var ignored in policy.Ignored)
        {
            Erase(flat[Number(ignored.Origin)], ignored.Origin.Path);
        }

        return Policies.Effective([.. documents.Select(level => level.Select(document => document.ToJsonString()).ToArray())]).ToJson() == policy.ToJson();
    });

    [Fact]
    public void EveryKey_IsLowerCaseAndItsTagKeyTheSameButForCasing() => Check(RandomPolicies.Levels, levels => Policies.Effective(levels).Keys.All(key =>
        !key.PolicyKey.Any(char.IsUpper) && key.TagKey.Value.Equals(key.PolicyKey, StringComparison.OrdinalIgnoreCase)
        && !key.Values.IsEmpty && key.Settings.All(setting => setting.Values.Select(value => value.Value).Distinct().Count() == setting.Values.Length)));

    private static void Check<T>(Gen<T> generator, Func<T, bool> holds) => FsCheck.Fluent.Prop.ForAll(generator.ToArbitrary(), holds).Check(Runs);

    private static string Locked(string key)
    {
        return new JsonObject { ["tags"] = new JsonObject { [key] = Closed(new JsonObject
        {
            ["tag_key"] = Closed(new JsonObject { ["@@assign"] = key }),
            ["tag_value"] = Closed(new JsonObject { ["@@assign"] = new JsonArray("a", "b") }),
            ["enforced_for"] = Closed(new JsonObject { ["@@assign"] = new JsonArray("s3:bucket") }),
        }) } }.ToJsonString();

        static JsonObject Closed(JsonObject node)
        {
            node["@@operators_allowed_for_child_policies"] = new JsonArray("@@none");
            return node;
        }
    }

    private static int Number(PolicyOrigin origin) => int.Parse(origin.PolicyId[2..], System.Globalization.CultureInfo.InvariantCulture) - 1;

    private static string Document(string[] documents, PolicyOrigin origin) => documents[Number(origin)];

    private static void Erase(JsonNode document, string path)
    {
        var parts = path.Split('.').Skip(1).ToArray();
        var parent = parts.SkipLast(1).Aggregate(document, (node, part) => node[part]!);
        ((JsonObject)parent).Remove(parts[^1]);
    }

    private static string Assigning(string effective)
    {
        var tags = JsonNode.Parse(effective)!["tags"]!.AsObject();
        foreach (var (key, settings) in tags.ToList())
        {
            tags[key] = new JsonObject(settings!.AsObject().Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)new JsonObject { ["@@assign"] = setting.Value!.DeepClone() })));
        }

        return new JsonObject { ["tags"] = tags.DeepClone() }.ToJsonString();
    }

    private static string AsSets(EffectiveTagPolicy policy) => string.Join('\n', policy.Keys.SelectMany(key => key.Settings.Select(setting =>
        $"{key.PolicyKey} {setting.Setting} {string.Join(',', setting.Values.Select(value => value.Value).Order(StringComparer.Ordinal))}")));
}
