using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>
/// The part of CBOR (RFC 8949) that rpc-v2-cbor uses, to and from JSON nodes: integers, text, lists, maps, booleans, null, doubles,
/// and tag 1 for times (seconds since 1970).
/// </summary>
internal static class CborFormat
{
    private const int Indefinite = 31;
    private const byte Break = 0xFF;

    public static byte[] Write(JsonNode? node, IReadOnlySet<string> timestampMembers)
    {
        using var buffer = new MemoryStream();
        Write(buffer, node, timestampMembers, member: null);
        return buffer.ToArray();
    }

    /// <exception cref="FormatException">The bytes are no CBOR, or of a kind that the protocol does not use.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        var node = ReadItem(ref rest, depth: 0);
        return rest.IsEmpty ? node : throw new FormatException("There are bytes after the CBOR item.");
    }

    private static void Write(MemoryStream buffer, JsonNode? node, IReadOnlySet<string> timestamps, string? member)
    {
        switch (node)
        {
            case null:
                buffer.WriteByte(0xF6);
                break;
            case JsonObject map:
                Head(buffer, 5, (ulong)map.Count);
                foreach (var (name, value) in map)
                {
                    WriteText(buffer, name);
                    Write(buffer, value, timestamps, name);
                }
                break;
            case JsonArray list:
                Head(buffer, 4, (ulong)list.Count);
                foreach (var item in list)
                    Write(buffer, item, timestamps, member);
                break;
            default:
                WriteScalar(buffer, node, member is not null && timestamps.Contains(member));
                break;
        }
    }

    private static void WriteScalar(MemoryStream buffer, JsonNode scalar, bool isTime)
    {
        switch (scalar.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                buffer.WriteByte(scalar.GetValueKind() == JsonValueKind.True ? (byte)0xF5 : (byte)0xF4);
                return;
            case JsonValueKind.String:
                WriteText(buffer, scalar.GetValue<string>());
                return;
        }
        if (isTime)
            Head(buffer, 6, 1);
        // A node made in this process and one that was parsed hold their numbers differently; their text is the same.
        var text = scalar.ToJsonString();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            Head(buffer, whole < 0 ? 1 : 0, whole < 0 ? (ulong)(-1 - whole) : (ulong)whole);
            return;
        }
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xFB;
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], double.Parse(text, CultureInfo.InvariantCulture));
        buffer.Write(bytes);
    }

    private static void WriteText(MemoryStream buffer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Head(buffer, 3, (ulong)bytes.Length);
        buffer.Write(bytes);
    }

    /// <summary>Major type and argument, always in the shortest form up to a byte and in eight bytes beyond 32 bits.</summary>
    private static void Head(MemoryStream buffer, int major, ulong argument)
    {
        Span<byte> bytes = stackalloc byte[9];
        var length = 1;
        if (argument < 24)
            bytes[0] = (byte)argument;
        else if (argument <= byte.MaxValue)
            (bytes[0], bytes[1], length) = (24, (byte)argument, 2);
        else if (argument <= uint.MaxValue)
        {
            (bytes[0], length) = (26, 5);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)argument);
        }
        else
        {
            (bytes[0], length) = (27, 9);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], argument);
        }
        bytes[0] |= (byte)(major << 5);
        buffer.Write(bytes[..length]);
    }

    private static JsonNode? ReadItem(ref ReadOnlySpan<byte> rest, int depth)
    {
        if (depth > 64)
            throw new FormatException("The CBOR is nested deeper than 64 levels.");
        var initial = Take(ref rest, 1)[0];
        var (major, info) = (initial >> 5, initial & 0x1F);
        return major switch
        {
            0 => JsonValue.Create(checked((long)Argument(ref rest, info))),
            1 => JsonValue.Create(-1 - checked((long)Argument(ref rest, info))),
            3 => JsonValue.Create(ReadText(ref rest, info)),
            4 => ReadList(ref rest, info, depth),
            5 => ReadMap(ref rest, info, depth),
            6 => ReadTagged(ref rest, info, depth),
            7 => ReadSimple(ref rest, info),
            _ => throw new FormatException("Byte strings are not used here."),
        };
    }

    private static JsonArray ReadList(ref ReadOnlySpan<byte> rest, int info, int depth)
    {
        var list = new JsonArray();
        for (var left = Count(ref rest, info); More(ref rest, ref left);)
            list.Add(ReadItem(ref rest, depth + 1));
        return list;
    }

    private static JsonObject ReadMap(ref ReadOnlySpan<byte> rest, int info, int depth)
    {
        var map = new JsonObject();
        for (var left = Count(ref rest, info); More(ref rest, ref left);)
        {
            var name = ReadItem(ref rest, depth + 1) is JsonValue key && key.TryGetValue<string>(out var text) ? text : throw new FormatException("A key of a CBOR map is no text.");
            map[name] = ReadItem(ref rest, depth + 1);
        }
        return map;
    }

    private static JsonNode? ReadTagged(ref ReadOnlySpan<byte> rest, int info, int depth) =>
        Argument(ref rest, info) == 1 ? ReadItem(ref rest, depth + 1) : throw new FormatException("Of CBOR's tags only 1, for times, is used here.");

    private static JsonValue? ReadSimple(ref ReadOnlySpan<byte> rest, int info) => info switch
    {
        20 => JsonValue.Create(false),
        21 => JsonValue.Create(true),
        22 or 23 => null,
        25 => JsonValue.Create((double)BinaryPrimitives.ReadHalfBigEndian(Take(ref rest, 2))),
        26 => JsonValue.Create((double)BinaryPrimitives.ReadSingleBigEndian(Take(ref rest, 4))),
        27 => JsonValue.Create(BinaryPrimitives.ReadDoubleBigEndian(Take(ref rest, 8))),
        _ => throw new FormatException($"CBOR's simple value {info} is not used here."),
    };

    private static string ReadText(ref ReadOnlySpan<byte> rest, int info)
    {
        if (info != Indefinite)
            return Encoding.UTF8.GetString(Take(ref rest, checked((int)Argument(ref rest, info))));
        var text = new StringBuilder();
        for (long left = -1; More(ref rest, ref left);)
            text.Append(ReadText(ref rest, Take(ref rest, 1)[0] & 0x1F));
        return text.ToString();
    }

    /// <summary>How many items follow, or -1 where a break ends them.</summary>
    private static long Count(ref ReadOnlySpan<byte> rest, int info) => info == Indefinite ? -1 : checked((long)Argument(ref rest, info));

    private static bool More(ref ReadOnlySpan<byte> rest, ref long left)
    {
        if (left >= 0)
            return left-- > 0;
        if (rest.IsEmpty || rest[0] != Break)
            return true;
        rest = rest[1..];
        return false;
    }

    private static ulong Argument(ref ReadOnlySpan<byte> rest, int info) => info switch
    {
        < 24 => (ulong)info,
        24 => Take(ref rest, 1)[0],
        25 => BinaryPrimitives.ReadUInt16BigEndian(Take(ref rest, 2)),
        26 => BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, 4)),
        27 => BinaryPrimitives.ReadUInt64BigEndian(Take(ref rest, 8)),
        _ => throw new FormatException($"CBOR's length code {info} means nothing here."),
    };

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (count > rest.Length)
            throw new FormatException("The CBOR ends in the middle of an item.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
