namespace FinOps.Core.Scheduling.Decisions;

public enum SwitchAction
{
    Leave,
    Start,
    Stop,
}
