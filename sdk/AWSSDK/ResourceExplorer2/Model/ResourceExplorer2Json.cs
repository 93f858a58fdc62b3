using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.ResourceExplorer2.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(BlobConverter)])]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchResponse))]
internal sealed partial class ResourceExplorer2Json : JsonSerializerContext;
