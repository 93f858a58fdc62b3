namespace FinOps.Core.Organization.Synthetic;

/// <summary>One member account.</summary>
/// <param name="Index">Position of the account; the same index keeps id, name and e-mail in larger organizations of the same seed.</param>
/// <param name="Id">Twelve digits.</param>
/// <param name="Name">Unique in the organization, for example <c>payments-ledger-prod</c>.</param>
/// <param name="ParentId">Id of the root or of the organizational unit that holds the account.</param>
/// <param name="Path"><c>o-…/r-…/ou-…/ou-…/account/</c>, as Organizations reports it.</param>
/// <param name="JoinedOn">The day the account joined, in UTC.</param>
/// <param name="Team">The team that runs the account; the truth behind its (possibly wrong or missing) tags.</param>
/// <param name="Environment">prod, staging, dev or sandbox.</param>
/// <param name="Project">What most of the account's resources belong to.</param>
/// <param name="Tags">Tags of the account itself, in Organizations.</param>
public sealed record SyntheticAccount(
    int Index,
    string Id,
    string Name,
    string Email,
    string Arn,
    string ParentId,
    string Path,
    SyntheticAccountState State,
    DateOnly JoinedOn,
    string Team,
    string Environment,
    string Project,
    IReadOnlyDictionary<string, string> Tags);
