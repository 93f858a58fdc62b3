using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FinOps.LocalEngine.State;

/// <summary>The frame of Pulumi's deployment format version 3: <c>{"version":3,"deployment":{manifest,secrets_providers,resources,pending_operations}}</c>.</summary>
internal static class DeploymentFormat
{
    /// <summary>The engine version that the manifest names; its SHA-256 is the manifest's magic.</summary>
    public const string EngineVersion = "3.260.0";

    public static JsonObject Write(StackState state, ResourceJson json, Func<string?> salt, DateTimeOffset now)
    {
        var resources = new JsonArray([.. state.Entries().Select(entry => json.Write(entry.Value))]);
        var pending = new JsonArray([.. state.Pending.Values.Select(operation => new JsonObject
        {
            ["resource"] = json.Write(operation.Resource),
            ["type"] = NameOf(operation.Kind),
        })]);

        var deployment = new JsonObject
        {
            ["manifest"] = new JsonObject
            {
                ["time"] = now.UtcDateTime.ToString("o", CultureInfo.InvariantCulture),
                ["magic"] = Magic(EngineVersion),
                ["version"] = EngineVersion,
            },
        };
        // Asked last: the salt exists as soon as one secret was written.
        if (salt() is { } text)
        {
            deployment["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = text } };
        }

        deployment["resources"] = resources;
        if (pending.Count > 0)
        {
            deployment["pending_operations"] = pending;
        }

        deployment["metadata"] = new JsonObject();
        return new JsonObject { ["version"] = 3, ["deployment"] = deployment };
    }

    /// <summary>The part that says how secrets are encrypted; null when there are none.</summary>
    /// <exception cref="FormatException">Another secrets provider.</exception>
    public static string? ReadSalt(JsonObject root)
    {
        var provider = Deployment(root)["secrets_providers"] as JsonObject;
        var type = (string?)provider?["type"] ?? "";
        return type switch
        {
            "" => null,
            "passphrase" => (string?)provider!["state"]?["salt"] ?? throw new FormatException("secrets_providers has no state.salt"),
            _ => throw new FormatException($"secrets provider '{type}' is not known, only 'passphrase' is"),
        };
    }

    /// <exception cref="FormatException">Not a version 3 deployment, or damaged.</exception>
    public static StackState Read(JsonObject root, ResourceJson json)
    {
        var deployment = Deployment(root);
        var version = (string?)deployment["manifest"]?["version"] ?? "";
        if (version.Length > 0 && (string?)deployment["manifest"]!["magic"] != Magic(version))
        {
            throw new FormatException("manifest.magic does not belong to manifest.version");
        }

        var resources = (deployment["resources"] as JsonArray ?? []).Select(item => json.Read(Object(item, "resources"))).ToList();
        var twice = resources.Where(resource => !resource.Delete).GroupBy(resource => resource.Urn).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new FormatException($"{twice.Key} stands twice in resources");
        }

        var pending = (deployment["pending_operations"] as JsonArray ?? []).Select(item => Object(item, "pending_operations"))
            .Where(item => (string?)item["type"] != "reading")
            .Select(item => new PendingOperation(KindOf((string?)item["type"]), json.Read(Object(item["resource"], "pending_operations.resource"))));
        return new StackState(resources, pending.ToList());
    }

    public static string NameOf(PendingKind kind) => kind switch
    {
        PendingKind.Creating => "creating",
        PendingKind.Updating => "updating",
        _ => "deleting",
    };

    public static PendingKind KindOf(string? name) => name switch
    {
        "creating" => PendingKind.Creating,
        "updating" => PendingKind.Updating,
        "deleting" => PendingKind.Deleting,
        _ => throw new FormatException($"'{name}' is not a pending operation; known are creating, updating, deleting, reading"),
    };

    private static JsonObject Deployment(JsonObject root)
    {
        var version = (int?)root["version"];
        return version is 3
            ? root["deployment"] as JsonObject ?? throw new FormatException("there is no 'deployment'")
            : throw new FormatException($"version is {version?.ToString(CultureInfo.InvariantCulture) ?? "missing"}, expected 3");
    }

    private static JsonObject Object(JsonNode? node, string where) => node as JsonObject ?? throw new FormatException($"an entry of {where} is not an object");

    private static string Magic(string version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));
}
