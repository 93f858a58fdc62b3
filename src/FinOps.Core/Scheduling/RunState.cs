namespace FinOps.Core.Scheduling;

public enum RunState
{
    Running,
    Stopped,

    /// <summary>On its way from one to the other, or in maintenance: it takes no command now.</summary>
    Changing,
}
