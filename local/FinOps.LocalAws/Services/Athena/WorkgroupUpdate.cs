using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>
/// ConfigurationUpdates applied to a configuration: a member replaces the one of its name, <c>RemoveX: true</c> takes X away, and
/// a member named <c>XUpdates</c> is applied to X in the same way.
/// </summary>
internal static class WorkgroupUpdate
{
    public static void Apply(JsonObject configuration, JsonObject updates)
    {
        foreach (var (name, value) in updates)
        {
            if (value is null)
                continue;
            if (name.StartsWith("Remove", StringComparison.Ordinal))
            {
                if (value.GetValue<bool>())
                    configuration.Remove(name["Remove".Length..]);
            }
            else if (name.EndsWith("Updates", StringComparison.Ordinal) && value is JsonObject nested)
            {
                var inner = name[..^"Updates".Length];
                configuration[inner] ??= new JsonObject();
                Apply(configuration[inner]!.AsObject(), nested);
            }
            else
                configuration[name] = value.DeepClone();
        }
    }
}
