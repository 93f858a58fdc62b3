namespace FinOps.Core.Organization.Synthetic;

/// <summary>Hashes that are the same on every machine and run (string.GetHashCode is not).</summary>
internal static class StableHash
{
    private const string LowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The finalizer of SplitMix64: every bit of the input changes about half of the output.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public static ulong Of(int seed, string text)
    {
        var hash = Mix((ulong)(uint)seed);
        foreach (var character in text)
            hash = Mix(hash ^ character);
        return hash;
    }

    /// <summary>A lower-case identifier of the given length, drawn from the hash of the text.</summary>
    public static string Identifier(int seed, string text, int length)
    {
        var state = Of(seed, text);
        return string.Create(length, state, static (span, hash) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                hash = Mix(hash);
                span[i] = LowerAlphanumeric[(int)(hash % (ulong)LowerAlphanumeric.Length)];
            }
        });
    }
}
