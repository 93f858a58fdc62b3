using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Storage;

/// <summary>One document of a collection. The value is the caller's own copy: changing it changes nothing in the store.</summary>
internal sealed record StoredItem(string Key, JsonObject Value);
