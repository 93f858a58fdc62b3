using System.IO.Compression;
using System.Text;

namespace SchemaTool;

/// <summary>
/// The whole provider schema for the local engine, one record a line, columns separated by tabs, members as <c>name=type</c> separated by <c>;</c>:
/// <c>V package version</c>, <c>R token inputs outputs secretOutputs flags</c>, <c>F token args result</c>,
/// <c>I name members</c> (nested input type), <c>O name members</c> (nested output type, only where it differs from the input type of that name).
/// </summary>
internal static class EngineSchema
{
    public static string Render(ProviderSchema schema)
    {
        var text = new StringBuilder();
        Line("V", schema.Package, schema.Version);
        foreach (var (token, resource) in schema.Resources)
        {
            var name = token == schema.Package ? $"pulumi:providers:{token}" : token;
            Line("R", name, Members(resource.Inputs), Members(resource.Outputs), string.Join(';', resource.SecretOutputs), resource.Deprecated ? "deprecated" : "");
        }
        foreach (var (token, function) in schema.Functions)
            Line("F", token, Members(function.Args), Members(function.Result));
        foreach (var (name, members) in schema.InputTypes)
            Line("I", name, Members(members));
        foreach (var (name, members) in schema.OutputTypes)
            if (!schema.InputTypes.TryGetValue(name, out var same) || Members(same) != Members(members))
                Line("O", name, Members(members));
        return text.ToString();

        void Line(params string[] columns) => text.AppendJoin('\t', columns).Append('\n');
    }

    /// <summary>The gzip header carries no time and no name, so equal text gives equal bytes on one runtime.</summary>
    public static byte[] Compress(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    private static string Members(Members members) =>
        string.Join(';', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}"));
}
