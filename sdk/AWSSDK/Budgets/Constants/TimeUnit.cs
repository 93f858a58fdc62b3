using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<TimeUnit>))]
public class TimeUnit(string value) : ConstantClass(value), IConstant<TimeUnit>
{
    public static readonly TimeUnit DAILY = new("DAILY");
    public static readonly TimeUnit MONTHLY = new("MONTHLY");
    public static readonly TimeUnit QUARTERLY = new("QUARTERLY");
    public static readonly TimeUnit ANNUALLY = new("ANNUALLY");
    public static readonly TimeUnit CUSTOM = new("CUSTOM");

    public static TimeUnit FindValue(string value) => new(value);

    static TimeUnit IConstant<TimeUnit>.Of(string value) => new(value);

    public static implicit operator TimeUnit(string value) => value is null ? null! : new(value);
}
