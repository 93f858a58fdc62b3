using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
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

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        var bytes = new byte[HeaderSize + size];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), size);
        message.WriteTo(bytes.AsSpan(HeaderSize));
        return bytes;
    }

    public static async Task<TMessage> ReadAsync<TMessage>(Stream body, MessageParser<TMessage> parser, string? encoding, CancellationToken cancellationToken)
        where TMessage : IMessage<TMessage>
    {
        var header = new byte[HeaderSize];
        if (await body.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellationToken) < HeaderSize)
        {
            throw new RpcException(StatusCode.Internal, "the message ended before its header");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaxMessageSize)
        {
            throw new RpcException(StatusCode.ResourceExhausted, $"a message of {length} bytes is over the limit of {MaxMessageSize}");
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            try
            {
                await body.ReadExactlyAsync(buffer.AsMemory(0, (int)length), cancellationToken);
            }
            catch (EndOfStreamException e)
            {
                throw new RpcException(StatusCode.Internal, $"the message ended before its {length} bytes", e);
            }

            using var payload = Open(new MemoryStream(buffer, 0, (int)length), compressed: header[0] == 1, encoding);
            return Parse(parser, payload);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Stream Open(MemoryStream payload, bool compressed, string? encoding) => (compressed, encoding) switch
    {
        (false, _) => payload,
        (true, "gzip") => new LimitedStream(new GZipStream(payload, CompressionMode.Decompress), MaxMessageSize),
        (true, "deflate") => new LimitedStream(new ZLibStream(payload, CompressionMode.Decompress), MaxMessageSize),
        _ => throw new RpcException(StatusCode.Unimplemented, $"message encoding '{encoding ?? "(none named)"}' is not supported; allowed: identity, gzip, deflate"),
    };

    private static TMessage Parse<TMessage>(MessageParser<TMessage> parser, Stream payload)
        where TMessage : IMessage<TMessage>
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
