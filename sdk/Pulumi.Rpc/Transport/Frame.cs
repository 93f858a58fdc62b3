using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Pulumi.Rpc;

/// <summary>gRPC's length-prefixed message: 1 byte compressed flag, 4 bytes big-endian length, then the protobuf bytes.</summary>
internal static class Frame
{
    public const int HeaderSize = 5;

    /// <summary>400 MiB, the limit every Pulumi peer is raised to.</summary>
    public const int MaxMessageSize = 400 * 1024 * 1024;

    /// <summary>Google.Protobuf stops at 100 nested messages, and one level of property nesting costs three.</summary>
    private const int RecursionLimit = 1000;

    public static void Write(IBufferWriter<byte> target, IMessage message)
    {
        var size = message.CalculateSize();
        var header = target.GetSpan(HeaderSize);
        header[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], size);
        target.Advance(HeaderSize);
        message.WriteTo(target);
    }

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        var bytes = new byte[HeaderSize + size];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), size);
        message.WriteTo(bytes.AsSpan(HeaderSize));
        return bytes;
    }

    /// <summary>Reads one message; what follows it is left.</summary>
    public static async ValueTask<TMessage> ReadAsync<TMessage>(PipeReader body, MessageParser<TMessage> parser, string? encoding, CancellationToken cancellationToken)
        where TMessage : IMessage<TMessage>
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length >= Length(read.Buffer))
            {
                try
                {
                    return Read(read.Buffer, parser, encoding);
                }
                finally
                {
                    body.AdvanceTo(read.Buffer.End);
                }
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reads the message at the beginning of all that has come.</summary>
    public static TMessage Read<TMessage>(ReadOnlySequence<byte> arrived, MessageParser<TMessage> parser, string? encoding)
        where TMessage : IMessage<TMessage>
    {
        var length = Length(arrived);
        return arrived.Length >= length
            ? Parse(arrived.Slice(0, length), parser, encoding)
            : throw new RpcException(StatusCode.Internal, arrived.Length < HeaderSize ? "the message ended before its header" : $"the message ended before its {length - HeaderSize} bytes");
    }

    private static TMessage Parse<TMessage>(ReadOnlySequence<byte> frame, MessageParser<TMessage> parser, string? encoding)
        where TMessage : IMessage<TMessage>
    {
        var payload = frame.Slice(HeaderSize);
        if (frame.FirstSpan[0] == 1)
        {
            return ParseDeep(parser, Inflate(new MemoryStream(payload.ToArray()), encoding));
        }

        try
        {
            return parser.ParseFrom(payload);
        }
        catch (InvalidProtocolBufferException)
        {
            // Wrong, or only nested deeper than the parser takes by itself.
            return ParseDeep(parser, new MemoryStream(payload.ToArray()));
        }
    }

    /// <returns>Of the whole frame; of the header as long as not even that is there.</returns>
    public static long Length(ReadOnlySequence<byte> frame)
    {
        if (frame.Length < HeaderSize)
        {
            return HeaderSize;
        }

        Span<byte> header = stackalloc byte[HeaderSize];
        frame.Slice(0, HeaderSize).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return length <= MaxMessageSize
            ? HeaderSize + length
            : throw new RpcException(StatusCode.ResourceExhausted, $"a message of {length} bytes is over the limit of {MaxMessageSize}");
    }

    private static LimitedStream Inflate(MemoryStream payload, string? encoding) => encoding switch
    {
        "gzip" => new LimitedStream(new GZipStream(payload, CompressionMode.Decompress), MaxMessageSize),
        "deflate" => new LimitedStream(new ZLibStream(payload, CompressionMode.Decompress), MaxMessageSize),
        _ => throw new RpcException(StatusCode.Unimplemented, $"message encoding '{encoding ?? "(none named)"}' is not supported; allowed: identity, gzip, deflate"),
    };

    private static TMessage ParseDeep<TMessage>(MessageParser<TMessage> parser, Stream payload)
        where TMessage : IMessage<TMessage>
    {
        using (payload)
        {
            try
            {
                using var input = CodedInputStream.CreateWithLimits(payload, int.MaxValue, RecursionLimit);
                return parser.ParseFrom(input);
            }
            catch (InvalidProtocolBufferException e)
            {
                throw new RpcException(StatusCode.Internal, $"the message is not valid protobuf: {e.Message}", e);
            }
        }
    }
}
