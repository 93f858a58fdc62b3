namespace FinOps.Core.Organization.Synthetic;

/// <param name="Unit">Path of the organizational unit below the root, one of <see cref="OrganizationUnits"/>.</param>
internal sealed record RosterEntry(string Name, string Unit, string Team, string Environment, string Project);
