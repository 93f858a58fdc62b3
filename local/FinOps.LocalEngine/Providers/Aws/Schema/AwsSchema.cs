using System.Collections.Concurrent;
using System.IO.Compression;

namespace FinOps.LocalEngine.Providers.Aws.Schema;

/// <summary>
/// The provider's whole surface, from the packed schema that eng/SchemaTool writes (one record a line; EngineSchema there tells the columns).
/// Records are cut when the text is read and parsed when asked for: a run needs a handful of the 20,000.
/// </summary>
internal sealed class AwsSchema
{
    private static readonly Lazy<AwsSchema> _instance = new(Load);

    private readonly Dictionary<(char Kind, string Name), string> _records = [];
    private readonly ConcurrentDictionary<string, ResourceType?> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(char Kind, string Name), Members?> _types = [];

    private AwsSchema(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', 2);
            _records.Add((line[0], line[2..tab]), line[(tab + 1)..]);
            if (line[0] == 'V')
                Version = line[(tab + 1)..];
        }
    }

    public static AwsSchema Instance => _instance.Value;

    public string Version { get; } = "";

    public IEnumerable<string> ResourceTokens => _records.Keys.Where(record => record.Kind == 'R').Select(record => record.Name);

    public IEnumerable<string> FunctionTokens => _records.Keys.Where(record => record.Kind == 'F').Select(record => record.Name);

    /// <summary>Null when the provider has no such type.</summary>
    public ResourceType? Resource(string token) => _resources.GetOrAdd(token, name =>
        _records.TryGetValue(('R', name), out var line) && line.Split('\t') is [var inputs, var outputs, var secrets, ..]
            ? new ResourceType(name, Members.Parse(inputs), Members.Parse(outputs), [.. secrets.Split(';', StringSplitOptions.RemoveEmptyEntries)])
            : null);

    /// <summary>The arguments of a function; null when the provider has no such function.</summary>
    public Members? FunctionArguments(string token) => _types.GetOrAdd(('F', token), key =>
        _records.TryGetValue(key, out var line) ? Members.Parse(line.Split('\t')[0]) : null);

    public Members InputType(string name) => _types.GetOrAdd(('I', name), key =>
        _records.TryGetValue(key, out var line) ? Members.Parse(line) : null)
        ?? throw new InvalidDataException($"The packed schema lacks the nested type {name}; derive it again with eng/SchemaTool.");

    private static AwsSchema Load()
    {
        using var packed = typeof(AwsSchema).Assembly.GetManifestResourceStream("aws-schema.tsv.gz")!;
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return new AwsSchema(text);
    }
}
