using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<Currency>))]
public class Currency(string value) : ConstantClass(value), IConstant<Currency>
{
    public static readonly Currency USD = new("USD");
    public static readonly Currency CNY = new("CNY");

    public static Currency FindValue(string value) => new(value);

    static Currency IConstant<Currency>.Of(string value) => new(value);

    public static implicit operator Currency(string value) => value is null ? null! : new(value);
}
