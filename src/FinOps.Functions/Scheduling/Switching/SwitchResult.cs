namespace FinOps.Functions.Scheduling.Switching;

public enum SwitchResult
{
    /// <summary>AWS took the command.</summary>
    Done,

    /// <summary>It would have been switched, had it not been a dry run.</summary>
    WouldDo,

    /// <summary>AWS refused.</summary>
    Refused,

    /// <summary>The time was over; AWS may or may not have got the command.</summary>
    NotReached,

    /// <summary>There was nothing to switch.</summary>
    Left,
}
