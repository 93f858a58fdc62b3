using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

[JsonConverter(typeof(ConstantConverter<AttachmentContentDisposition>))]
public class AttachmentContentDisposition(string value) : ConstantClass(value), IConstant<AttachmentContentDisposition>
{
    public static readonly AttachmentContentDisposition ATTACHMENT = new("ATTACHMENT");
    public static readonly AttachmentContentDisposition INLINE = new("INLINE");

    public static AttachmentContentDisposition FindValue(string value) => new(value);

    static AttachmentContentDisposition IConstant<AttachmentContentDisposition>.Of(string value) => new(value);

    public static implicit operator AttachmentContentDisposition(string value) => value is null ? null! : new(value);
}
