using System.Buffers;

namespace FinOps.Core.Rollout.Evidence;

/// <summary>
/// Cuts the objects of a top-level <c>Records</c> array (<c>Events</c>, where somebody kept a lookup) out of JSON that comes in pieces, so that a file of any size needs the memory of its
/// largest record. What an object holds is not looked at; a broken one does not stop those after it as long as its brackets and quotes pair.
/// </summary>
internal sealed class RecordSplitter
{
    /// <summary>CloudTrail's records have at most 256 KB; more is no record.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int InRoot = 1;
    private const int InArray = 2;

    private readonly ArrayBufferWriter<byte> _record = new();
    private readonly ArrayBufferWriter<byte> _key = new();
    private int _depth;
    private bool _inText;
    private bool _escaped;
    private bool _inRecords;
    private bool _stray;

    /// <summary>Whether there was a Records array at all.</summary>
    public bool Found { get; private set; }

    /// <summary>Whether everything that was opened is closed.</summary>
    public bool IsComplete => Found && _depth == 0 && !_inText;

    /// <summary>Elements of the array that are no objects, or too long for records.</summary>
    public int Refused { get; private set; }

    /// <returns>The objects that this piece completes.</returns>
    public List<byte[]> Feed(ReadOnlySpan<byte> piece)
    {
        var records = new List<byte[]>();
        foreach (var one in piece)
        {
            var isInRecord = _inRecords && _depth > InArray;
            Step(one);
            if (isInRecord || (_inRecords && _depth > InArray))
            {
                Keep(one);
                if (_depth == InArray && !_inText)
                {
                    Complete(records);
                }
            }
        }

        return records;
    }

    private void Step(byte one)
    {
        if (_inText)
        {
            if (_escaped)
            {
                _escaped = false;
            }
            else if (one == '\\')
            {
                _escaped = true;
            }
            else if (one == '"')
            {
                _inText = false;
            }
            else if (_depth == InRoot && _key.WrittenCount < 16)
            {
                _key.Write([one]);
            }

            return;
        }

        switch (one)
        {
            case (byte)'"':
                _inText = true;
                _stray |= _inRecords && _depth == InArray;
                if (_depth == InRoot)
                {
                    _key.ResetWrittenCount();
                }

                break;
            case (byte)'{' or (byte)'[':
                if (_depth == InRoot && one == '[' && (_key.WrittenSpan.SequenceEqual("Records"u8) || _key.WrittenSpan.SequenceEqual("Events"u8)))
                {
                    (_inRecords, Found) = (true, true);
                }
                else if (_depth == InArray && one == '[')
                {
                    _stray |= _inRecords;
                }

                _depth++;
                break;
            case (byte)'}' or (byte)']':
                if (_depth == InArray)
                {
                    Separate();
                    _inRecords = false;
                    _key.ResetWrittenCount();
                }

                _depth = Math.Max(0, _depth - 1);
                break;
            case (byte)',' when _depth == InArray:
                Separate();
                break;
            case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',':
                break;
            default:
                _stray |= _inRecords && _depth == InArray;
                break;
        }
    }

    private void Keep(byte one)
    {
        if (_record.WrittenCount <= MaximumBytes)
        {
            _record.Write([one]);
        }
    }

    private void Complete(List<byte[]> records)
    {
        if (_record.WrittenCount > MaximumBytes)
        {
            _stray = true;
        }
        else if (_record.WrittenSpan[0] == '{')
        {
            records.Add(_record.WrittenSpan.ToArray());
        }

        _record.ResetWrittenCount();
    }

    private void Separate()
    {
        Refused += _stray ? 1 : 0;
        _stray = false;
    }
}
