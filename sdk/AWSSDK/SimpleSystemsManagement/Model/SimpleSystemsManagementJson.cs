using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.SimpleSystemsManagement.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(GetParameterRequest))]
[JsonSerializable(typeof(GetParameterResponse))]
internal sealed partial class SimpleSystemsManagementJson : JsonSerializerContext;
