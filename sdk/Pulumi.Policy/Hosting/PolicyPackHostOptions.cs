namespace Pulumi.Policy.Hosting;

/// <summary>When the process ends by itself.</summary>
public sealed record PolicyPackHostOptions
{
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Between Cancel and the end, so that its answer still leaves. Default 50 ms; engines wait up to 5 s.</summary>
    public TimeSpan CancelDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>After the last connection has closed. Default 5 s; an engine may close and dial again.</summary>
    public TimeSpan IdleGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Until the first connection. Default 2 min; engines dial at once, a person with a debugger does not.</summary>
    public TimeSpan FirstConnectionGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the parent process is looked for. Default 250 ms.</summary>
    public TimeSpan ParentCheck { get; init; } = TimeSpan.FromMilliseconds(250);
}
