using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// The root of all resources of a program. A subclass builds its resources in its constructor and exports its
/// <see cref="OutputAttribute"/> properties.
/// </summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{DeploymentContext.Current.ProjectName}-{DeploymentContext.Current.StackName}", ToOptions(options)) =>
        DeploymentContext.Current.Stack = this;

    /// <exception cref="RunException">An output property has no value.</exception>
    internal IDictionary<string, object?> ExportProperties()
    {
        var outputs = Serialization.OutputMembers.ReadComponent(this);
        var missing = outputs.Where(output => output.Value is null).Select(output => output.Key).ToImmutableArray();
        return missing.IsEmpty
            ? outputs
            : throw new RunException($"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
    }

    internal void Export(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

    private static ComponentResourceOptions ToOptions(StackOptions? options)
    {
        var result = new ComponentResourceOptions();
        if (options is not null)
        {
            result.ResourceTransformations = options.ResourceTransformations;
        }

        return result;
    }
}
