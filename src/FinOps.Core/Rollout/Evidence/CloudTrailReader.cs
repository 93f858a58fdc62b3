using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace FinOps.Core.Rollout.Evidence;

/// <summary>
/// Reads files as CloudTrail writes them, <c>{"Records":[{...},...]}</c>, plain or packed, one record at a time; and what
/// <c>aws cloudtrail lookup-events</c> prints, <c>{"Events":[{"CloudTrailEvent":"{...}"},...]}</c>.
/// </summary>
public sealed class CloudTrailReader
{
    private const int PieceBytes = 64 * 1024;

    public EvidenceReading Reading { get; } = new();

    /// <param name="name">How mistakes name the file; <c>.gz</c> at its end says that it is packed.</param>
    public async IAsyncEnumerable<CloudTrailEvent> ReadAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Reading.Files++;
        await using var unpacked = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : null;
        var (stream, piece, splitter, number) = (unpacked ?? file, new byte[PieceBytes], new RecordSplitter(), 0L);
        while (await NextAsync(stream, piece, name, cancellationToken) is > 0 and var length)
        {
            foreach (var record in splitter.Feed(piece.AsSpan(0, length)))
            {
                number++;
                if (Parse(record, string.Create(CultureInfo.InvariantCulture, $"{name}: record {number}")) is { } read)
                {
                    yield return read;
                }
            }
        }

        if (splitter.Refused > 0)
        {
            Reading.Malformed(name, $"{splitter.Refused} elements of Records that are no records", splitter.Refused);
        }

        if (!splitter.IsComplete)
        {
            Reading.Broken(name, splitter.Found ? "ends in the middle" : "has no Records and no Events array");
        }
    }

    /// <summary>One record by itself, as a lookup answers it.</summary>
    /// <param name="place">How a mistake names it.</param>
    /// <returns>Null for what is no record; <see cref="Reading"/> then counts it.</returns>
    public CloudTrailEvent? Read(string record, string place) => Parse(Encoding.UTF8.GetBytes(record), place);

    /// <returns>0 at the end, and where a packed file is damaged: the splitter then knows that it is not complete.</returns>
    private static async Task<int> NextAsync(Stream stream, byte[] piece, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(piece, cancellationToken);
        }
        catch (InvalidDataException) when (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }
    }

    private CloudTrailEvent? Parse(byte[] record, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            using var inner = json.RootElement.TryGetProperty("CloudTrailEvent", out var text) ? JsonDocument.Parse(text.GetString() ?? "") : null;
            var read = CloudTrailEvent.Read((inner ?? json).RootElement);
            Reading.Events++;
            return read;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            Reading.Malformed(place, e is FormatException ? e.Message : "no JSON");
            return null;
        }
    }
}
