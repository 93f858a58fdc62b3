namespace FinOps.Functions.Members;

/// <param name="IsOwn">The account in which the function itself runs: it needs no role there.</param>
public sealed record MemberAccount(string Id, string Name, bool IsOwn);
