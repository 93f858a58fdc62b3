using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.TagPolicies;

/// <summary>Reads an organization with its policies and collects every mistake: in the JSON, in the tree, in the policies.</summary>
internal sealed class PolicyOrganizationReader(string source)
{
    public const string Tree = "FIN2044";

    private static readonly string[] TopMembers = ["version", "targets", "policies"];
    private static readonly string[] TargetMembers = ["id", "name", "kind", "parent", "policies"];
    private static readonly string[] PolicyMembers = ["id", "name", "content"];

    private readonly List<Problem> _problems = [];

    // {"version":1,"targets":[{"id":"r-ab12","name":"Root","kind":"root","policies":["p-1"]}],"policies":[{"id":"p-1","name":"tags","content":{"tags":{}}}]}
    public static PolicyOrganization Read(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new PolicyOrganizationReader(source).Root(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new ProblemException([new Problem(TagPolicyReader.Syntax, source, "$", JsonText.Where(wrong), "a JSON object", "Write the file anew: finops policy effective --fetch FILE.")]);
        }
    }

    public static PolicyOrganization Check(string source, ImmutableArray<PolicyTarget> targets, ImmutableArray<(string Id, string Name, string Content)> policies) =>
        new PolicyOrganizationReader(source).Build(targets, policies);

    public static string Word(PolicyTargetKind kind) => kind switch
    {
        PolicyTargetKind.Root => "root",
        PolicyTargetKind.Unit => "unit",
        _ => "account",
    };

    private PolicyOrganization Root(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Add("$", JsonText.Describe(root), "an object", "Write the file anew: finops policy effective --fetch FILE.");
            throw new ProblemException(_problems);
        }

        RefuseUnknown(root, "$", TopMembers);
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != PolicyOrganization.Version)
        {
            Add("$.version", JsonText.Describe(version), $"{PolicyOrganization.Version}", "Write the file anew with this version of finops.");
        }

        var targets = Items(root, "targets", "$").Select((item, index) => Target(item, $"$.targets[{index}]")).ToImmutableArray();
        var policies = Items(root, "policies", "$").Select((item, index) => Policy(item, $"$.policies[{index}]")).ToImmutableArray();
        return Build(targets, policies);
    }

    private PolicyTarget Target(JsonElement item, string path)
    {
        RefuseUnknown(item, path, TargetMembers);
        var (id, name, kind) = (Text(item, "id", path), Text(item, "name", path), Text(item, "kind", path));
        var known = Enum.GetValues<PolicyTargetKind>().Where(each => Word(each) == kind).ToList();
        if (known.Count == 0 && kind.Length > 0)
        {
            Add($"{path}.kind", JsonText.Quote(kind), "root, unit, account", "Say what the target is.");
        }

        var policies = Items(item, "policies", path).Select((policy, index) =>
        {
            if (policy.ValueKind != JsonValueKind.String)
            {
                Add($"{path}.policies[{index}]", JsonText.Describe(policy), "the id of a policy", "For example \"p-examplepolicy\".");
            }

            return policy.ValueKind == JsonValueKind.String ? policy.GetString()! : "";
        });
        return new PolicyTarget(id, name, known.FirstOrDefault(), IsObject(item) && item.TryGetProperty("parent", out _) ? Text(item, "parent", path) : null, [.. policies]);
    }

    private (string Id, string Name, string Content) Policy(JsonElement item, string path)
    {
        RefuseUnknown(item, path, PolicyMembers);
        var (id, name) = (Text(item, "id", path), Text(item, "name", path));
        if (!IsObject(item) || !item.TryGetProperty("content", out var content))
        {
            Add($"{path}.content", "nothing", "a tag policy document", "For example {\"tags\":{}}.");
            return (id, name, """{"tags":{}}""");
        }

        // The document was indented for review; its size is that of what is sent.
        return (id, name, Minified(content));
    }

    private PolicyOrganization Build(ImmutableArray<PolicyTarget> targets, ImmutableArray<(string Id, string Name, string Content)> policies)
    {
        var read = ImmutableDictionary.CreateBuilder<string, TagPolicy>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, policy) in policies.Index())
        {
            if (!named.Add(policy.Id))
            {
                Add($"$.policies[{index}].id", JsonText.Quote(policy.Id), "each policy once", "Remove one of the two.");
            }
            else if (TagPolicy.TryParse(policy.Id, policy.Name, policy.Content, $"{source}: policy {policy.Name} ({policy.Id})", _problems) is { } parsed)
            {
                read[policy.Id] = parsed;
            }
        }

        var byId = new Dictionary<string, PolicyTarget>(StringComparer.Ordinal);
        foreach (var (index, target) in targets.Index())
        {
            if (!byId.TryAdd(target.Id, target))
            {
                Add($"$.targets[{index}].id", JsonText.Quote(target.Id), "each target once", "Remove one of the two.");
            }
        }

        foreach (var (index, target) in targets.Index())
        {
            CheckTarget(target, $"$.targets[{index}]", byId, named);
        }

        if (targets.Count(target => target.Kind == PolicyTargetKind.Root) is var roots && roots != 1)
        {
            Add("$.targets", $"{roots} roots", "one root", "An organization has one root.");
        }

        return _problems.Count == 0 ? new PolicyOrganization(source, targets, read.ToImmutable()) : throw new ProblemException(_problems);
    }

    private void CheckTarget(PolicyTarget target, string path, Dictionary<string, PolicyTarget> byId, HashSet<string> policies)
    {
        if (target.PolicyIds.Length > PolicyWords.MaxPoliciesPerTarget)
        {
            Add($"{path}.policies", $"{target.PolicyIds.Length} policies", $"at most {PolicyWords.MaxPoliciesPerTarget}", "Organizations attaches no more to one target.");
        }

        foreach (var (index, id) in target.PolicyIds.Index())
        {
            if (!policies.Contains(id))
            {
                Add($"{path}.policies[{index}]", JsonText.Quote(id), "the id of a policy in the list of policies", "Add the policy, or remove the id.");
            }
            else if (target.PolicyIds.IndexOf(id) < index)
            {
                Add($"{path}.policies[{index}]", JsonText.Quote(id), "each policy once", "Remove one of the two.");
            }
        }

        if (target.Kind == PolicyTargetKind.Root)
        {
            if (target.ParentId is not null)
            {
                Add($"{path}.parent", JsonText.Quote(target.ParentId), "no parent", "The root has no parent.");
            }
        }
        else if (target.ParentId is null || !byId.TryGetValue(target.ParentId, out var parent) || parent.Kind == PolicyTargetKind.Account)
        {
            Add($"{path}.parent", target.ParentId is null ? "nothing" : JsonText.Quote(target.ParentId), "the id of the root or of a unit", "Name the parent that Organizations names.");
        }
        else if (IsInCycle(target, byId))
        {
            Add($"{path}.parent", JsonText.Quote(target.ParentId), "a way up to the root", "The parents go round in a circle.");
        }
    }

    private static bool IsInCycle(PolicyTarget target, Dictionary<string, PolicyTarget> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (PolicyTarget? at = target; at is not null; at = at.ParentId is null ? null : byId.GetValueOrDefault(at.ParentId))
        {
            if (!seen.Add(at.Id))
            {
                return true;
            }
        }

        return false;
    }

    private JsonElement.ArrayEnumerator Items(JsonElement parent, string name, string path)
    {
        if (IsObject(parent) && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
        {
            return list.EnumerateArray();
        }

        Add($"{path}.{name}", "no list", "a list", "Write [] when there is none.");
        return default;
    }

    private string Text(JsonElement parent, string name, string path)
    {
        if (IsObject(parent) && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Add($"{path}.{name}", "no text", "text", "Organizations names it so.");
        return "";
    }

    private void RefuseUnknown(JsonElement parent, string path, string[] known)
    {
        if (!IsObject(parent))
        {
            Add(path, JsonText.Describe(parent), $"an object with {string.Join(", ", known)}", "Write an object here.");
            return;
        }

        foreach (var member in parent.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            Add($"{path}.{member.Name}", "an unknown key", string.Join(", ", known), "Remove it.");
        }
    }

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static string Minified(JsonElement content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            content.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Add(string path, string found, string allowed, string fix) => _problems.Add(new Problem(Tree, source, path, found, allowed, fix));
}
