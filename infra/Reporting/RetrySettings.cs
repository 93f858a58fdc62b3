using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting;

/// <summary>How a run that fails is tried again, by Scheduler when it cannot start the function and by Lambda when the function fails.</summary>
public sealed record RetrySettings
{
    /// <summary>How often; 2 is the most that Lambda does.</summary>
    [Between(0, 2)]
    public int Attempts { get; init; } = 2;

    /// <summary>After how many minutes a run is given up; 360 is the most that Lambda does.</summary>
    [Between(1, 360, "minutes")]
    public int MaxAgeMinutes { get; init; } = 60;

    /// <summary>Within how many minutes after its time a run starts; 0 for on the minute.</summary>
    [Between(0, 1_440, "minutes")]
    public int WindowMinutes { get; init; } = 15;

    internal int MaxAgeSeconds => MaxAgeMinutes * 60;
}
