using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<MigrationEffort>))]
public class MigrationEffort(string value) : ConstantClass(value), IConstant<MigrationEffort>
{
    public static readonly MigrationEffort VeryLow = new("VeryLow");
    public static readonly MigrationEffort Low = new("Low");
    public static readonly MigrationEffort Medium = new("Medium");
    public static readonly MigrationEffort High = new("High");

    public static MigrationEffort FindValue(string value) => new(value);

    static MigrationEffort IConstant<MigrationEffort>.Of(string value) => new(value);

    public static implicit operator MigrationEffort(string value) => value is null ? null! : new(value);
}
