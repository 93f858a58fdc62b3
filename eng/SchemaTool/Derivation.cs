namespace SchemaTool;

/// <summary>Reference data in, committed files out.</summary>
public static class Derivation
{
    public const string TaggableTypesFile = "sdk/Pulumi.Aws/taggable-types.txt";
    public const string SdkSchemaFile = "sdk/Pulumi.Aws/schema.json";
    public const string EngineSchemaFile = "local/FinOps.LocalEngine/Providers/Aws/aws-schema.tsv.gz";

    /// <returns>What is wrong with the inputs, if anything; nothing is written then.</returns>
    /// <param name="schemaPath">The provider's reference data.</param>
    /// <param name="listsDirectory">The folder with the lists of taggable types that were read off the provider independently.</param>
    /// <param name="root">The repository; the list of types in use and the table of C# facts are read there.</param>
    /// <param name="target">Where to write instead of <paramref name="root"/>.</param>
    public static IReadOnlyList<string> Run(string schemaPath, string listsDirectory, string root, string? target = null)
    {
        var schema = ProviderSchema.Load(schemaPath);
        var facts = CSharpFacts.Load(Path.Combine(root, "eng/SchemaTool/csharp-facts.txt"));
        var typesInUse = File.ReadLines(Path.Combine(root, "sdk/Pulumi.Aws/types-in-use.txt")).Where(line => line.Length > 0 && line[0] != '#');
        var sdkSchema = new SdkSchema(schema, facts).Render(typesInUse);
        IReadOnlyList<string> problems = [.. TaggableTypes.Disagreements(schema, listsDirectory), .. facts.Unused()];
        if (problems.Count > 0)
            return problems;

        Write(TaggableTypesFile, System.Text.Encoding.UTF8.GetBytes(TaggableTypes.Render(schema)));
        Write(SdkSchemaFile, System.Text.Encoding.UTF8.GetBytes(sdkSchema));
        Write(EngineSchemaFile, EngineSchema.Compress(EngineSchema.Render(schema)));
        return [];

        void Write(string file, byte[] content)
        {
            var path = Path.Combine(target ?? root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }
}
