using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

[JsonConverter(typeof(ConstantConverter<AttachmentContentTransferEncoding>))]
public class AttachmentContentTransferEncoding(string value) : ConstantClass(value), IConstant<AttachmentContentTransferEncoding>
{
    public static readonly AttachmentContentTransferEncoding BASE64 = new("BASE64");
    public static readonly AttachmentContentTransferEncoding QUOTED_PRINTABLE = new("QUOTED_PRINTABLE");
    public static readonly AttachmentContentTransferEncoding SEVEN_BIT = new("SEVEN_BIT");

    public static AttachmentContentTransferEncoding FindValue(string value) => new(value);

    static AttachmentContentTransferEncoding IConstant<AttachmentContentTransferEncoding>.Of(string value) => new(value);

    public static implicit operator AttachmentContentTransferEncoding(string value) => value is null ? null! : new(value);
}
