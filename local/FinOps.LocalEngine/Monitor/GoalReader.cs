using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Projects;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Turns what came over the wire into a goal; what the engine does not do is refused, never ignored.</summary>
internal static class GoalReader
{
    /// <param name="parent">Null when the request has none.</param>
    /// <exception cref="EngineException">FIN3035, all at once.</exception>
    /// <exception cref="FormatException">A value, path or duration cannot be read.</exception>
    public static ResourceGoal Read(RegisterResourceRequest request, RegisteredResource? parent, string stack, PulumiProject project)
    {
        var urn = Urn.Create(stack, project.Name, request.Parent, request.Type, request.Name);
        Refuse(request, urn);
        var inputs = PropertyMap.Create(Lowering.Outputs(PropertyCodec.FromStruct(request.Object)).Where(item => item.Key is not ("id" or "urn") || !request.Custom));
        var package = Urn.Package(request.Type);
        // A component hands its own provider on to its children, by package.
        var providers = (parent?.Providers ?? ImmutableDictionary<string, string>.Empty).SetItems(request.Providers);
        if (!request.Custom && request.Provider.Length > 0)
        {
            providers = providers.SetItem(Urn.Package(Urn.Type(ProviderReference.Parse(request.Provider).Urn)), request.Provider);
        }

        var inherited = parent is { Goal: { Custom: true, IsProvider: false } goal } && goal.Package == package ? goal.Provider : "";
        var dependencies = request.Dependencies.Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return new ResourceGoal
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = request.Custom,
            Inputs = inputs,
            Protect = request.HasProtect ? request.Protect : parent?.Goal.Protect ?? false,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent?.Goal.RetainOnDelete ?? false,
            DeletedWith = request.DeletedWith.Length > 0 ? request.DeletedWith : parent?.Goal.DeletedWith ?? "",
            Provider = !request.Custom ? "" : request.Provider.Length > 0 ? request.Provider : providers.GetValueOrDefault(package) ?? inherited,
            Providers = providers,
            Version = request.Version,
            Dependencies = dependencies,
            PropertyDependencies = PropertyDependencies(request, inputs, dependencies),
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            Aliases = Aliases(request, parent, stack, project.Name, urn),
            CustomTimeouts = Timeouts(request.CustomTimeouts),
            ReplacementTrigger = request.ReplacementTrigger is null ? null : PropertyCodec.FromValue(request.ReplacementTrigger),
            SourcePosition = Position(request.SourcePosition, project),
        };
    }

    public static string Position(SourcePosition? position, PulumiProject project) =>
        position is null ? "" : ProjectLine.FromFile(position.Uri, position.Line, position.Column, project.RootDirectory)?.ToString() ?? "";

    private static void Refuse(RegisterResourceRequest request, string urn)
    {
        var problems = new List<EngineProblem>();
        void Unless(bool fine, string option, string fix)
        {
            if (!fine)
            {
                problems.Add(new EngineProblem(ErrorIds.Unsupported, urn, option, "an option that the embedded engine does not have", "the resource without it", fix));
            }
        }

        Unless(request.ImportId.Length == 0, "import", "Import with the pulumi CLI, or read the resource with its Get method.");
        Unless(request.Transforms.Count == 0, "transforms", "Change the arguments where the resource is made, or use ResourceTransformations, which run in the program.");
        Unless(!request.Remote, "remote component", "Use components that are part of the program.");
        Unless(request.PackageRef.Length == 0, "package parameterization", "Use a package that the engine has a provider for.");
        Unless(request.ReplaceWith.Count == 0, "replaceWith", "Use replacementTrigger.");
        Unless(!request.Custom || request.Type.Split(':')[0] != "pulumi" || Urn.IsProvider(request.Type), request.Type, "Read stack references instead of registering them.");
        if (problems.Count > 0)
        {
            throw new EngineException(problems);
        }
    }

    /// <summary>SDKs that do not say which property depends on what mean that each depends on everything.</summary>
    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(
        RegisterResourceRequest request, PropertyMap inputs, ImmutableArray<string> dependencies) =>
        request.PropertyDependencies.Count > 0
            ? request.PropertyDependencies.Where(item => item.Value.Urns.Count > 0)
                .ToImmutableSortedDictionary(item => item.Key, item => item.Value.Urns.Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal)
            : inputs.Keys.Where(_ => dependencies.Length > 0).ToImmutableSortedDictionary(name => name, _ => dependencies, StringComparer.Ordinal);

    private static ImmutableArray<string> Aliases(RegisterResourceRequest request, RegisteredResource? parent, string stack, string project, string urn)
    {
        var parents = new List<string> { request.Parent };
        if (parent?.OldUrn is { } oldParent)
        {
            parents.Add(oldParent);
        }

        IEnumerable<string> Of(Alias alias)
        {
            if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            {
                return [alias.Urn];
            }

            var spec = alias.Spec;
            IEnumerable<string> under = spec.ParentCase switch
            {
                Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn == request.Parent ? parents : [spec.ParentUrn],
                Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => [""],
                _ => parents,
            };
            return under.Select(candidate => Urn.Create(
                spec.Stack.Length > 0 ? spec.Stack : stack,
                spec.Project.Length > 0 ? spec.Project : project,
                candidate,
                spec.Type.Length > 0 ? spec.Type : request.Type,
                spec.Name.Length > 0 ? spec.Name : OldName(candidate)));
        }

        // A child whose name starts with its parent's name was renamed along with it.
        string OldName(string parentUrn) =>
            parentUrn.Length > 0 && parentUrn != request.Parent && request.Parent.Length > 0 && request.Name.StartsWith(Urn.Name(request.Parent), StringComparison.Ordinal)
                ? Urn.Name(parentUrn) + request.Name[Urn.Name(request.Parent).Length..]
                : request.Name;

        return request.AliasURNs
            .Concat(request.Aliases.SelectMany(Of))
            .Concat(parents.Skip(1).Select(old => Urn.Create(stack, project, old, request.Type, OldName(old))))
            .Where(alias => alias != urn)
            .Distinct()
            .ToImmutableArray();
    }

    private static Resources.CustomTimeouts? Timeouts(Pulumirpc.CustomTimeouts? timeouts) =>
        timeouts is null || (timeouts.Create + timeouts.Update + timeouts.Delete + timeouts.Read).Length == 0
            ? null
            : new Resources.CustomTimeouts(GoDuration.Parse(timeouts.Create), GoDuration.Parse(timeouts.Update), GoDuration.Parse(timeouts.Delete), GoDuration.Parse(timeouts.Read));
}
