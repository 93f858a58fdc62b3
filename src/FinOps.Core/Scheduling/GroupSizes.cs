using System.Globalization;
using System.Text.RegularExpressions;

namespace FinOps.Core.Scheduling;

/// <summary>
/// What a group had when it was stopped, as a tag of the group keeps it: <c>min=1 max=4 desired=2 type=c6i.2xlarge at=2026-03-06T18:00:12Z</c>.
/// After the group has started again, the tag says <see cref="Restored"/>.
/// </summary>
/// <param name="InstanceType">The one type of its machines; null for several or unknown ones.</param>
public sealed partial record GroupSizes(int Min, int Max, int Desired, string? InstanceType, DateTimeOffset At)
{
    public const string Restored = "restored";

    /// <summary>The key of the tag, from the key of the schedule tag.</summary>
    public static string Key(string scheduleKey) => scheduleKey + "Sizes";

    /// <returns>Null for a text that is none, or that no group can have.</returns>
    public static GroupSizes? Read(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (min, max, desired) = (Number("min"), Number("max"), Number("desired"));
        return min <= desired && desired <= max && max > 0
            && DateTimeOffset.TryParseExact(match.Groups["at"].Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new GroupSizes(min, max, desired, match.Groups["type"] is { Success: true, Value: var type } ? type : null, at)
            : null;

        int Number(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"min={Min} max={Max} desired={Desired} {(InstanceType is null ? "" : $"type={InstanceType} ")}at={At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    [GeneratedRegex(@"^min=(?<min>[0-9]{1,5}) max=(?<max>[0-9]{1,5}) desired=(?<desired>[0-9]{1,5}) (?:type=(?<type>[a-z0-9.-]{1,40}) )?at=(?<at>[0-9TZ:-]{20})\z")]
    private static partial Regex Shape();
}
