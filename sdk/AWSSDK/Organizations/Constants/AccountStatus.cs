using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<AccountStatus>))]
public class AccountStatus(string value) : ConstantClass(value), IConstant<AccountStatus>
{
    public static readonly AccountStatus ACTIVE = new("ACTIVE");
    public static readonly AccountStatus SUSPENDED = new("SUSPENDED");
    public static readonly AccountStatus PENDING_CLOSURE = new("PENDING_CLOSURE");

    public static AccountStatus FindValue(string value) => new(value);

    static AccountStatus IConstant<AccountStatus>.Of(string value) => new(value);

    public static implicit operator AccountStatus(string value) => value is null ? null! : new(value);
}
