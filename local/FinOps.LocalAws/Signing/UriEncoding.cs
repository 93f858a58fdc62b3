using System.Text;

namespace FinOps.LocalAws.Signing;

/// <summary>AWS's percent-encoding: everything but A-Z a-z 0-9 - . _ ~, in upper-case hex.</summary>
internal static class UriEncoding
{
    public static string Encode(string text, bool keepSlash = false) => Encode(Encoding.UTF8.GetBytes(text), keepSlash);

    /// <summary>Decodes percent escapes to bytes; a '%' that starts no escape stays as it is.</summary>
    public static byte[] DecodeBytes(string text)
    {
        var source = Encoding.UTF8.GetBytes(text);
        var target = new List<byte>(source.Length);
        for (var index = 0; index < source.Length; index++)
            if (source[index] == '%' && index + 2 < source.Length
                && char.IsAsciiHexDigit((char)source[index + 1]) && char.IsAsciiHexDigit((char)source[index + 2]))
            {
                target.Add(Convert.FromHexString([(char)source[index + 1], (char)source[index + 2]])[0]);
                index += 2;
            }
            else
                target.Add(source[index]);
        return [.. target];
    }

    public static string Decode(string text) => Encoding.UTF8.GetString(DecodeBytes(text));

    public static string Encode(ReadOnlySpan<byte> bytes, bool keepSlash)
    {
        const string Hex = "0123456789ABCDEF";
        var builder = new StringBuilder(bytes.Length + 16);
        foreach (var each in bytes)
            if (char.IsAsciiLetterOrDigit((char)each) || each is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (keepSlash && each == '/'))
                builder.Append((char)each);
            else
                builder.Append('%').Append(Hex[each >> 4]).Append(Hex[each & 15]);
        return builder.ToString();
    }

    /// <summary>Splits a raw query string into decoded pairs, in the order sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ParseQuery(string rawQuery)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in rawQuery.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            pairs.Add(new(Decode(name.Replace('+', ' ')), Decode(value.Replace('+', ' '))));
        }
        return pairs;
    }
}
