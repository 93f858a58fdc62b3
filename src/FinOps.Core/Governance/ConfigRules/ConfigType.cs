using System.Collections.Immutable;

namespace FinOps.Core.Governance.ConfigRules;

/// <summary>A resource type that the managed rule REQUIRED_TAGS evaluates.</summary>
/// <param name="Name">As AWS Config writes it, for example <c>AWS::EC2::Volume</c>.</param>
/// <param name="Types">The Pulumi types that create it.</param>
public sealed record ConfigType(string Name, ImmutableArray<string> Types)
{
    private const string File = "config-types.txt";

    public static ImmutableArray<ConfigType> All { get; } = [.. Read()];

    /// <returns>Null when the rule does not evaluate the type.</returns>
    public static ConfigType? Of(string typeToken) => All.FirstOrDefault(type => type.Types.Contains(typeToken));

    // AWS::EC2::Volume aws:ebs/volume:Volume
    private static IEnumerable<ConfigType> Read() =>
        DataFile.Lines(File).Select(line => line.Split(' ')).Select(parts => new ConfigType(parts[0], [.. parts[1].Split(',')]));
}
