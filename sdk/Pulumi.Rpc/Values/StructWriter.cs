using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Pulumi.Rpc.Values;

/// <summary>
/// Writes property values as the bytes of a <c>google.protobuf.Struct</c>. From the end to the beginning: the length of a part stands
/// before it, and this way it is known when its place comes.
/// </summary>
internal ref struct StructWriter
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;

    private byte[] _buffer;
    private int _start;

    private StructWriter(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _start = _buffer.Length;
    }

    public static ByteString Write(PropertyMap map)
    {
        var writer = new StructWriter(4096);
        try
        {
            writer.WriteMap(map);
            return ByteString.CopyFrom(writer._buffer.AsSpan(writer._start));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(writer._buffer, clearArray: true);
        }
    }

    private readonly int Length => _buffer.Length - _start;

    private void WriteMap(PropertyMap map)
    {
        for (var i = map.Count - 1; i >= 0; i--)
        {
            var (key, value) = map.At(i);
            var end = Length;
            WriteField(2, value);
            WriteText(1, key);
            WriteHead(1, end);
        }
    }

    /// <summary>A field that is a whole Value.</summary>
    private void WriteField(int number, PropertyValue value)
    {
        var end = Length;
        WriteValue(value);
        WriteHead(number, end);
    }

    private void WriteValue(PropertyValue value)
    {
        var end = Length;
        switch (value)
        {
            case NullValue:
                WriteVarint(0);
                WriteTag(1, Varint);
                break;
            case NumberValue number:
                BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), number.Value);
                WriteTag(2, Fixed64);
                break;
            case StringValue text:
                WriteText(3, text.Value);
                break;
            case UnknownValue unknown:
                WriteText(3, Signatures.TextOf(unknown.Kind));
                break;
            case BoolValue flag:
                WriteVarint(flag.Value ? 1u : 0u);
                WriteTag(4, Varint);
                break;
            case ListValue list:
                for (var i = list.Items.Length - 1; i >= 0; i--)
                {
                    WriteField(1, list.Items[i]);
                }

                WriteHead(6, end);
                break;
            case ObjectValue map:
                WriteMap(map.Map);
                WriteHead(5, end);
                break;
            default:
                WriteMap(SignedValues.Close(value));
                WriteHead(5, end);
                break;
        }
    }

    private void WriteText(int number, string text)
    {
        var end = Length;
        Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));
        WriteHead(number, end);
    }

    /// <summary>Tag and length of what was written since <paramref name="end"/>.</summary>
    private void WriteHead(int number, int end)
    {
        WriteVarint((uint)(Length - end));
        WriteTag(number, Bytes);
    }

    private void WriteTag(int number, int wire) => WriteVarint((uint)(number << 3 | wire));

    private void WriteVarint(uint value)
    {
        Span<byte> units = stackalloc byte[5];
        var count = 0;
        while (value >= 0x80)
        {
            units[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        units[count++] = (byte)value;
        units[..count].CopyTo(Reserve(count));
    }

    private Span<byte> Reserve(int count)
    {
        if (count > _start)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + count));
            var start = larger.Length - Length;
            _buffer.AsSpan(_start).CopyTo(larger.AsSpan(start));
            // Values may be secret; a pooled buffer is read by others.
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            (_buffer, _start) = (larger, start);
        }

        _start -= count;
        return _buffer.AsSpan(_start, count);
    }
}
