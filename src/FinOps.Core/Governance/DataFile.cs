namespace FinOps.Core.Governance;

/// <summary>Tables that FinOps.Core carries: one row a line, <c>#</c> starts a comment.</summary>
internal static class DataFile
{
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"FinOps.Core was built without {file}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
