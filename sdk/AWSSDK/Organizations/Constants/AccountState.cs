using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<AccountState>))]
public class AccountState(string value) : ConstantClass(value), IConstant<AccountState>
{
    public static readonly AccountState PENDING_ACTIVATION = new("PENDING_ACTIVATION");
    public static readonly AccountState ACTIVE = new("ACTIVE");
    public static readonly AccountState SUSPENDED = new("SUSPENDED");
    public static readonly AccountState PENDING_CLOSURE = new("PENDING_CLOSURE");
    public static readonly AccountState CLOSED = new("CLOSED");

    public static AccountState FindValue(string value) => new(value);

    static AccountState IConstant<AccountState>.Of(string value) => new(value);

    public static implicit operator AccountState(string value) => value is null ? null! : new(value);
}
