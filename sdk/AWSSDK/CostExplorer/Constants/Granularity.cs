using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<Granularity>))]
public class Granularity(string value) : ConstantClass(value), IConstant<Granularity>
{
    public static readonly Granularity DAILY = new("DAILY");
    public static readonly Granularity MONTHLY = new("MONTHLY");
    public static readonly Granularity HOURLY = new("HOURLY");

    public static Granularity FindValue(string value) => new(value);

    static Granularity IConstant<Granularity>.Of(string value) => new(value);

    public static implicit operator Granularity(string value) => value is null ? null! : new(value);
}
