namespace FinOps.Core.Scheduling.Savings;

/// <summary>Machines of one kind, by the words of the bill.</summary>
/// <param name="UsageType">Without the prefix of the region: <c>BoxUsage:m6i.large</c>, <c>InstanceUsage:db.t4g.large</c>.</param>
/// <param name="Count">How many run at once.</param>
public sealed record MachineHours(string UsageType, int Count)
{
    public static MachineHours Instance(string type, int count = 1) => new($"BoxUsage:{type}", count);

    public static MachineHours Database(string type, bool isMultiAz) => new($"{(isMultiAz ? "Multi-AZUsage" : "InstanceUsage")}:{type}", 1);
}
