using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI;

[JsonConverter(typeof(ConstantConverter<ErrorCode>))]
public class ErrorCode(string value) : ConstantClass(value), IConstant<ErrorCode>
{
    public static readonly ErrorCode InternalServiceException = new("InternalServiceException");
    public static readonly ErrorCode InvalidParameterException = new("InvalidParameterException");

    public static ErrorCode FindValue(string value) => new(value);

    static ErrorCode IConstant<ErrorCode>.Of(string value) => new(value);

    public static implicit operator ErrorCode(string value) => value is null ? null! : new(value);
}
