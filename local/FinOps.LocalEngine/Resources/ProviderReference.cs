namespace FinOps.LocalEngine.Resources;

/// <summary>Names one provider instance, written <c>URN::ID</c>.</summary>
internal readonly record struct ProviderReference(string Urn, string Id)
{
    public bool IsDefault
    {
        get
        {
            var name = Resources.Urn.Name(Urn);
            return name == "default" || name.StartsWith("default_", StringComparison.Ordinal);
        }
    }

    /// <exception cref="FormatException">The text has no id part or no URN part.</exception>
    public static ProviderReference Parse(string text)
    {
        var end = text.LastIndexOf("::", StringComparison.Ordinal);
        return end > 0 && Resources.Urn.IsValid(text[..end])
            ? new ProviderReference(text[..end], text[(end + 2)..])
            : throw new FormatException($"'{text}' is not a provider reference: expected URN::ID");
    }

    public override string ToString() => $"{Urn}::{Id}";
}
