using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<AccountJoinedMethod>))]
public class AccountJoinedMethod(string value) : ConstantClass(value), IConstant<AccountJoinedMethod>
{
    public static readonly AccountJoinedMethod INVITED = new("INVITED");
    public static readonly AccountJoinedMethod CREATED = new("CREATED");

    public static AccountJoinedMethod FindValue(string value) => new(value);

    static AccountJoinedMethod IConstant<AccountJoinedMethod>.Of(string value) => new(value);

    public static implicit operator AccountJoinedMethod(string value) => value is null ? null! : new(value);
}
