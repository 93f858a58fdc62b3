using System.Text.Json.Serialization;

namespace FinOps.Functions.Digest;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OwnersFile))]
[JsonSerializable(typeof(DigestState))]
[JsonSerializable(typeof(DigestReport))]
internal sealed partial class DigestJson : JsonSerializerContext;
