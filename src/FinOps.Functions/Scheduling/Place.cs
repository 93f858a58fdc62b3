using FinOps.Functions.Members;

namespace FinOps.Functions.Scheduling;

/// <summary>One region of one account.</summary>
internal sealed record Place(MemberAccount Account, string Region)
{
    public override string ToString() => $"{Account.Id}/{Region}";
}
