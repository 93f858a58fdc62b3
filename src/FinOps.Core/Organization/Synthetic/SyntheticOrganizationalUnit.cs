namespace FinOps.Core.Organization.Synthetic;

/// <param name="Id"><c>ou-&lt;root&gt;-&lt;unit&gt;</c>.</param>
/// <param name="ParentId">Id of the root or of another unit.</param>
/// <param name="Path"><c>o-…/r-…/ou-…/</c>, this unit last.</param>
public sealed record SyntheticOrganizationalUnit(string Id, string Arn, string Name, string ParentId, string Path);
