using System.Collections.Immutable;
using FinOps.LocalEngine.Secrets;

namespace FinOps.LocalEngine.Deployments;

/// <summary>What to do with which program and stack.</summary>
public sealed record DeploymentRequest
{
    public required DeploymentOperation Operation { get; init; }

    /// <summary>Pulumi.yaml is looked for here and in the folders above.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>1 to 100 letters, digits, '-', '_', '.'; Pulumi.STACK.yaml holds its config.</summary>
    public required string StackName { get; init; }

    public string Organization { get; init; } = "organization";

    /// <summary>Holds PROJECT/STACK.json; default <c>.finops/state</c> beside the Pulumi.yaml.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>Config values that win over the stack's file, by key (<c>namespace:name</c>, or a bare name of the project).</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Policy packs read them; Pulumi keeps them in its service, so there is no file for them.</summary>
    public ImmutableSortedDictionary<string, string> StackTags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<PolicyPackRequest> PolicyPacks { get; init; } = [];

    /// <summary>
    /// Destroy leaves protected resources and what they need, as <c>pulumi destroy --exclude-protected</c> does. False: one protected resource
    /// stops the destroy before anything is deleted (FIN3036).
    /// </summary>
    public bool KeepProtected { get; init; }

    /// <summary>Assemblies of projects that are built already, by the folders of the projects: nothing is built for them, and MSBuild is not asked.</summary>
    public ImmutableDictionary<string, string> Built { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many provider calls may run at once; at least 1.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Added to the environment of program and packs, for example AWS_ENDPOINT_URL.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public PassphraseSource Passphrase { get; init; } = PassphraseSource.Default;
}
