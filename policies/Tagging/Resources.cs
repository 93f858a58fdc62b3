namespace FinOps.Policies.Tagging;

/// <summary>Texts that are built into the pack.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the pack was built without {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
