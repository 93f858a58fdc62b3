using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Projects;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Listings;

/// <summary>Reads the resources that a deployment or a preview lists.</summary>
internal static class ListingReader
{
    private const string StateForm = """{"version":3,"deployment":{"resources":[...]}}, as 'pulumi stack export' writes it""";
    private const string PlanForm = """{"steps":[{"op":"create","urn":"...","newState":{...}}]}, as 'pulumi preview --json' writes it""";

    /// <summary>Steps after which the resource is not there, whatever state they still carry.</summary>
    private static readonly ImmutableHashSet<string> _leaving = ["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace"];

    /// <exception cref="EngineException">FIN3070: not there, not JSON, or not of the form; every mistake at once.</exception>
    public static ListedStack Read(ResourceListing listing)
    {
        var root = Parse(listing);
        var problems = new List<EngineProblem>();
        var entries = (listing.Kind == ListingKind.State ? Deployment(listing, root) : Steps(listing, root)).ToList();
        var resources = new List<ResourceState>();
        foreach (var (path, json) in entries)
        {
            try
            {
                resources.Add(new ResourceJson(PropertyJson.Sealed).Read(json as JsonObject ?? throw new FormatException("something other than an object")));
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                problems.Add(new EngineProblem(ErrorIds.ListingInvalid, listing.File, path, e.Message, Form(listing.Kind), "Write the file again with that command."));
            }
        }

        problems.AddRange(OtherStacks(listing, resources));
        if (problems.Count > 0)
        {
            throw new EngineException(problems);
        }

        var (stack, project) = resources.Count == 0 ? ("", "") : (Urn.Stack(resources[0].Urn), Urn.Project(resources[0].Urn));
        // A replacement is listed twice, as the resource that comes and as the change to it; the last word counts.
        var last = resources.Where(resource => !resource.Delete).GroupBy(resource => resource.Urn).Select(group => group.Last());
        return new ListedStack(project, stack, Config(root), [.. last]);
    }

    private static string Form(ListingKind kind) => kind == ListingKind.State ? StateForm : PlanForm;

    private static JsonObject Parse(ResourceListing listing)
    {
        var (found, where) = ("", "");
        Exception? inner = null;
        try
        {
            if (JsonNode.Parse(File.ReadAllBytes(listing.File)) is JsonObject root)
            {
                return root;
            }

            found = "JSON that is not an object";
        }
        catch (JsonException e)
        {
            (found, where, inner) = ("text that is not JSON", string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (found, inner) = (File.Exists(listing.File) ? e.Message : "no such file", e);
        }

        throw Wrong(listing, where, found, "Correct the path, or write the file again with that command.", inner);
    }

    private static EngineException Wrong(ResourceListing listing, string path, string found, string fix, Exception? inner = null) =>
        new(ErrorIds.ListingInvalid, listing.File, path, found, Form(listing.Kind), fix, inner);

    private static IEnumerable<(string Path, JsonNode? Json)> Deployment(ResourceListing listing, JsonObject root)
    {
        if (root["steps"] is JsonArray)
        {
            throw Wrong(listing, "", "a preview", "Give it as a plan instead of a state.");
        }

        var version = root["version"] is JsonValue number && number.TryGetValue<int>(out var whole) ? whole : 0;
        if (version is not (3 or 4))
        {
            throw Wrong(listing, "version", root["version"]?.ToJsonString() ?? "nothing", "Export the stack with a current Pulumi CLI.");
        }

        var (where, deployment) = root["checkpoint"] is JsonObject checkpoint ? ("checkpoint.latest", checkpoint["latest"]) : ("deployment", root["deployment"]);
        if (deployment is not JsonObject map)
        {
            throw Wrong(listing, where, deployment is null ? "nothing" : "something other than an object", "Write the file again with that command.");
        }

        // A stack that was destroyed has no list at all.
        return map["resources"] switch
        {
            null => [],
            JsonArray resources => resources.Select((json, index) => ($"{where}.resources[{index}]", json)),
            _ => throw Wrong(listing, $"{where}.resources", "something other than a list", "Write the file again with that command."),
        };
    }

    private static IEnumerable<(string Path, JsonNode? Json)> Steps(ResourceListing listing, JsonObject root)
    {
        if (root["deployment"] is not null || root["checkpoint"] is not null)
        {
            throw Wrong(listing, "", "a state", "Give it as a state instead of a plan.");
        }

        if (root["steps"] is not JsonArray steps)
        {
            throw Wrong(listing, "steps", root["steps"] is null ? "nothing" : "something other than a list", "Write the file again with that command.");
        }

        return steps
            .Select((json, index) => (Path: $"steps[{index}]", Step: json as JsonObject))
            .Where(item => item.Step is null || (item.Step["newState"] is not null && !_leaving.Contains(item.Step["op"]?.ToString() ?? "")))
            .Select(item => (item.Step is null ? item.Path : $"{item.Path}.newState", item.Step?["newState"]));
    }

    /// <summary>One list is about one stack: rules and waivers go by its name.</summary>
    private static IEnumerable<EngineProblem> OtherStacks(ResourceListing listing, List<ResourceState> resources) =>
        from resource in resources
        let first = resources[0].Urn
        where (Urn.Stack(resource.Urn), Urn.Project(resource.Urn)) != (Urn.Stack(first), Urn.Project(first))
        select new EngineProblem(
            ErrorIds.ListingInvalid, listing.File, resource.Urn, $"a resource of {Urn.Project(resource.Urn)}/{Urn.Stack(resource.Urn)}",
            $"resources of one stack: {Urn.Project(first)}/{Urn.Stack(first)}", "Check each stack by itself.");

    /// <summary>Previews tell the stack's config; its secrets are masked there.</summary>
    private static StackConfig Config(JsonObject root)
    {
        var values = (root["config"] as JsonObject ?? []).Where(item => item.Value is JsonValue)
            .ToImmutableSortedDictionary(item => item.Key, item => item.Value!.ToString(), StringComparer.Ordinal);
        return new StackConfig(
            values.RemoveRange(values.Where(item => item.Value == PropertyJson.Mask).Select(item => item.Key)), ImmutableSortedSet<string>.Empty, null);
    }
}
