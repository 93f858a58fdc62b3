using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Pulumi.Rpc.Values;

/// <summary>Reads the bytes of a <c>google.protobuf.Struct</c> straight into property values.</summary>
internal ref struct StructReader
{
    /// <summary>Objects and lists inside each other; the same as what the limit of nested messages of <c>Frame</c> allows.</summary>
    private const int DeepestNesting = 330;

    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest;

    private StructReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <exception cref="FormatException">The bytes are no struct.</exception>
    public static PropertyMap ReadMap(ReadOnlySpan<byte> bytes, int depth = 0)
    {
        // message Struct { map<string, Value> fields = 1; }   message entry { string key = 1; Value value = 2; }
        var reader = new StructReader(bytes);
        var items = new PropertyMap.Builder(reader.CountFields());
        while (reader.Next(out var field, out var wire))
        {
            if ((field, wire) != (1, Bytes))
            {
                reader.Skip(wire);
                continue;
            }

            var entry = new StructReader(reader.ReadBytes());
            var (key, value) = ("", PropertyValue.Null);
            while (entry.Next(out field, out wire))
            {
                switch (field, wire)
                {
                    case (1, Bytes):
                        key = KeyCache.Get(entry.ReadBytes());
                        break;
                    case (2, Bytes):
                        value = ReadValue(entry.ReadBytes(), depth);
                        break;
                    default:
                        entry.Skip(wire);
                        break;
                }
            }

            items.Add(key, value);
        }

        return items.Build();
    }

    // message Value { oneof kind { NullValue null = 1; double number = 2; string string = 3; bool bool = 4; Struct struct = 5; ListValue list = 6; } }
    private static PropertyValue ReadValue(ReadOnlySpan<byte> bytes, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new FormatException($"a property value has more than {DeepestNesting} objects and lists inside each other");
        }

        var reader = new StructReader(bytes);
        var value = PropertyValue.Null;
        while (reader.Next(out var field, out var wire))
        {
            switch (field, wire)
            {
                case (1, Varint):
                    reader.ReadVarint();
                    value = PropertyValue.Null;
                    break;
                case (2, Fixed64):
                    value = new NumberValue(BinaryPrimitives.ReadDoubleLittleEndian(reader.Take(sizeof(double))));
                    break;
                case (3, Bytes):
                    value = PropertyCodec.FromText(Encoding.UTF8.GetString(reader.ReadBytes()));
                    break;
                case (4, Varint):
                    value = reader.ReadVarint() == 0 ? BoolValue.False : BoolValue.True;
                    break;
                case (5, Bytes):
                    value = SignedValues.Open(ReadMap(reader.ReadBytes(), depth + 1));
                    break;
                case (6, Bytes):
                    value = ReadList(reader.ReadBytes(), depth + 1);
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }

        return value;
    }

    // message ListValue { repeated Value values = 1; }
    private static ListValue ReadList(ReadOnlySpan<byte> bytes, int depth)
    {
        var reader = new StructReader(bytes);
        var items = ImmutableArray.CreateBuilder<PropertyValue>(reader.CountFields());
        while (reader.Next(out var field, out var wire))
        {
            if ((field, wire) == (1, Bytes))
            {
                items.Add(ReadValue(reader.ReadBytes(), depth));
            }
            else
            {
                reader.Skip(wire);
            }
        }

        return new ListValue(items.DrainToImmutable());
    }

    /// <summary>How many fields are still to come; looks ahead without moving on.</summary>
    private readonly int CountFields()
    {
        var ahead = this;
        var count = 0;
        while (ahead.Next(out _, out var wire))
        {
            ahead.Skip(wire);
            count++;
        }

        return count;
    }

    private bool Next(out int field, out int wire)
    {
        if (_rest.IsEmpty)
        {
            (field, wire) = (0, 0);
            return false;
        }

        var tag = ReadVarint();
        (field, wire) = ((int)Math.Min(tag >> 3, int.MaxValue), (int)(tag & 7));
        return true;
    }

    private void Skip(int wire)
    {
        switch (wire)
        {
            case Varint:
                ReadVarint();
                break;
            case Fixed64:
                Take(sizeof(ulong));
                break;
            case Bytes:
                ReadBytes();
                break;
            case Fixed32:
                Take(sizeof(uint));
                break;
            default:
                throw Malformed();
        }
    }

    private ReadOnlySpan<byte> ReadBytes()
    {
        var length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Malformed();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Malformed();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private ulong ReadVarint()
    {
        var value = 0ul;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            var unit = _rest[i];
            value |= (ulong)(unit & 0x7f) << (7 * i);
            if (unit < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw Malformed();
    }

    private static FormatException Malformed() => new("the properties are not valid protobuf");
}
