using FinOps.Core.Tagging;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra;

/// <summary>What every part may know before anything is declared.</summary>
/// <param name="StackName">For names that must differ between two stacks of one account.</param>
/// <param name="Region">Where regional resources go, <c>us-east-1</c>.</param>
/// <param name="Tags">Tags of every resource that takes tags.</param>
/// <param name="PackagePath">The published functions, relative to the program's folder.</param>
/// <param name="Time">The clock; tests stop it.</param>
public sealed record StackFacts(
    string StackName,
    string Region,
    AdoptionMode Mode,
    Dictionary<string, string> Tags,
    TagStandard Standard,
    OrganizationModel Organization,
    string PackagePath,
    TimeProvider Time)
{
    /// <summary>The settings of every part that the config turns on or leaves on, and in which nothing was refused.</summary>
    public IReadOnlyCollection<object> Settings { get; init; } = [];

    /// <summary>The payer: most of what the stack declares lives there.</summary>
    public string AccountId => Organization.ManagementAccountId;

    /// <returns>The settings of another part, or null when its section is absent and needed, or has mistakes of its own.</returns>
    public T? Find<T>()
        where T : class => Settings.OfType<T>().SingleOrDefault();
}
