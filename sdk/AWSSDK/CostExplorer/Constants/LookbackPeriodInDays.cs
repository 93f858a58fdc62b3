using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<LookbackPeriodInDays>))]
public class LookbackPeriodInDays(string value) : ConstantClass(value), IConstant<LookbackPeriodInDays>
{
    public static readonly LookbackPeriodInDays SEVEN_DAYS = new("SEVEN_DAYS");
    public static readonly LookbackPeriodInDays THIRTY_DAYS = new("THIRTY_DAYS");
    public static readonly LookbackPeriodInDays SIXTY_DAYS = new("SIXTY_DAYS");

    public static LookbackPeriodInDays FindValue(string value) => new(value);

    static LookbackPeriodInDays IConstant<LookbackPeriodInDays>.Of(string value) => new(value);

    public static implicit operator LookbackPeriodInDays(string value) => value is null ? null! : new(value);
}
