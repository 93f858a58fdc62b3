using System.Text;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>The header fields of a raw message, by lower-case name, folded lines joined.</summary>
internal static class RawHeader
{
    public static IReadOnlyDictionary<string, string> Read(byte[] message)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        using var reader = new StringReader(Encoding.Latin1.GetString(message));
        while (reader.ReadLine() is { Length: > 0 } line)
            if (line[0] is ' ' or '\t' && last is not null)
                fields[last] += " " + line.Trim();
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                fields[last = line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
            else
                throw SesErrors.BadRequest("The raw message does not start with header fields.");
        return fields.Count > 0 ? fields : throw SesErrors.BadRequest("The raw message has no header.");
    }
}
