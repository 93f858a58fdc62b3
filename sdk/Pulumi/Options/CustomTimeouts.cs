using System.Globalization;

namespace Pulumi;

/// <summary>How long the provider may take; null leaves the provider's own limit.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }

    /// <summary>Go durations, the form the engine parses: five minutes are <c>300000000000ns</c>.</summary>
    internal Pulumirpc.CustomTimeouts ToWire() => new() { Create = Format(Create), Update = Format(Update), Delete = Format(Delete) };

    private static string Format(TimeSpan? time) => time is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.Ticks}00ns") : "";
}
