using Pulumirpc;

namespace Pulumi;

/// <summary>Former identities of a resource on the wire.</summary>
internal static class AliasWriter
{
    public static async Task AddAsync(RegisterResourceRequest request, Registration registration, DeploymentContext context)
    {
        if (registration.Options.Aliases.Count == 0)
        {
            return;
        }

        var specs = await context.SupportsAsync(Features.AliasSpecs);
        foreach (var input in registration.Options.Aliases)
        {
            var data = await input.ToOutput().DataTask;
            if (!data.IsKnown || data.Value is not { } alias)
            {
                continue;
            }

            var parent = await ParentUrnAsync(alias);
            if (specs)
            {
                request.Aliases.Add(await ToWireAsync(alias, parent));
            }
            else
            {
                request.AliasURNs.Add(await ToUrnAsync(alias, parent, request, context));
            }
        }
    }

    private static async Task<Pulumirpc.Alias> ToWireAsync(Alias alias, string? parent)
    {
        if (alias.Urn is { } urn)
        {
            return new Pulumirpc.Alias { Urn = urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name) ?? "",
            Type = await TextAsync(alias.Type) ?? "",
            Stack = await TextAsync(alias.Stack) ?? "",
            Project = await TextAsync(alias.Project) ?? "",
        };
        if (parent is not null)
        {
            spec.ParentUrn = parent;
        }
        else if (alias.NoParent)
        {
            spec.NoParent = true;
        }

        return new Pulumirpc.Alias { Spec = spec };
    }

    /// <summary>Engines before alias specs want the whole URN.</summary>
    private static async Task<string> ToUrnAsync(Alias alias, string? parent, RegisterResourceRequest request, DeploymentContext context)
    {
        if (alias.Urn is { } urn)
        {
            return urn;
        }

        var stack = await TextAsync(alias.Stack) ?? context.StackName;
        var made = Urn.Make(
            await TextAsync(alias.Name) ?? request.Name,
            await TextAsync(alias.Type) ?? request.Type,
            alias.NoParent ? "" : parent ?? request.Parent,
            await TextAsync(alias.Project) ?? context.ProjectName,
            stack);
        return $"urn:pulumi:{stack}{made[made.IndexOf("::", StringComparison.Ordinal)..]}";
    }

    private static async Task<string?> ParentUrnAsync(Alias alias) => alias switch
    {
        { Parent: { } parent } => (await parent.Urn.DataTask).Value,
        { ParentUrn: { } urn } => await TextAsync(urn),
        _ => null,
    };

    private static async Task<string?> TextAsync(Input<string>? input) => input is null ? null : (await input.ToOutput().DataTask).Value;
}
