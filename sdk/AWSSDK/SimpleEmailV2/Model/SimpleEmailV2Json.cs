using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.SimpleEmailV2.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(SendEmailRequest))]
[JsonSerializable(typeof(SendEmailResponse))]
internal sealed partial class SimpleEmailV2Json : JsonSerializerContext;
