using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.CostExplorer.Input;

/// <summary>
/// A page token: where the next page starts, and a digest of the request it belongs to.
/// The digest guards against mistakes (a truncated token, other parameters), not against forgery.
/// </summary>
internal static class PageToken
{
    private const int DigestBytes = 16;

    /// <param name="tokenMember">The request member that holds the token; it is no part of what the token is bound to.</param>
    public static string Create(int offset, string operation, JsonObject input, string tokenMember)
    {
        var bytes = new byte[4 + (2 * DigestBytes)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, offset);
        RequestDigest(operation, input, tokenMember).CopyTo(bytes.AsSpan(4));
        Seal(bytes.AsSpan(0, 4 + DigestBytes)).CopyTo(bytes.AsSpan(4 + DigestBytes));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The offset that the request's token names; 0 without a token.</summary>
    /// <exception cref="Wire.AwsError">InvalidNextTokenException, or RequestChangedException for a sound token of another request.</exception>
    public static int Read(string operation, JsonObject input, string tokenMember)
    {
        if (input[tokenMember]?.GetValue<string>() is not { Length: > 0 } token)
            return 0;
        Span<byte> bytes = stackalloc byte[4 + (2 * DigestBytes)];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length != bytes.Length
            || !Seal(bytes[..(4 + DigestBytes)]).AsSpan().SequenceEqual(bytes[(4 + DigestBytes)..]))
            throw CostExplorerErrors.InvalidNextToken();
        if (!RequestDigest(operation, input, tokenMember).AsSpan().SequenceEqual(bytes.Slice(4, DigestBytes)))
            throw CostExplorerErrors.RequestChanged();
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    // Members may come in another order with each call, so the digest is taken over a sorted copy.
    private static byte[] RequestDigest(string operation, JsonObject input, string tokenMember)
    {
        var text = new StringBuilder(operation);
        Append(text, new JsonObject(input.Where(member => member.Key != tokenMember).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..DigestBytes];
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append('{').Append(name).Append(':');
                    Append(text, value);
                }
                text.Append('}');
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    text.Append('[');
                    Append(text, item);
                }
                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static byte[] Seal(ReadOnlySpan<byte> content) => SHA256.HashData([.. "finops page token "u8, .. content])[..DigestBytes];
}
