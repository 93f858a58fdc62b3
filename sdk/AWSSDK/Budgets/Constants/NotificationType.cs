using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<NotificationType>))]
public class NotificationType(string value) : ConstantClass(value), IConstant<NotificationType>
{
    public static readonly NotificationType ACTUAL = new("ACTUAL");
    public static readonly NotificationType FORECASTED = new("FORECASTED");

    public static NotificationType FindValue(string value) => new(value);

    static NotificationType IConstant<NotificationType>.Of(string value) => new(value);

    public static implicit operator NotificationType(string value) => value is null ? null! : new(value);
}
