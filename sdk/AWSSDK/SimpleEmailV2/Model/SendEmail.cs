using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class SendEmailRequest : AmazonSimpleEmailServiceV2Request
{
    public string? FromEmailAddress { get; set; }
    public string? FromEmailAddressIdentityArn { get; set; }
    public Destination? Destination { get; set; }
    public List<string>? ReplyToAddresses { get; set; }
    public EmailContent? Content { get; set; }
    public List<MessageTag>? EmailTags { get; set; }
    public string? ConfigurationSetName { get; set; }
}

public class SendEmailResponse : AmazonWebServiceResponse
{
    public string? MessageId { get; set; }
}

public class Destination
{
    public List<string>? ToAddresses { get; set; }
    public List<string>? CcAddresses { get; set; }
    public List<string>? BccAddresses { get; set; }
}

public class EmailContent
{
    public Message? Simple { get; set; }
    public RawMessage? Raw { get; set; }
}

public class Message
{
    public Content? Subject { get; set; }
    public Body? Body { get; set; }
    public List<MessageHeader>? Headers { get; set; }
    public List<Attachment>? Attachments { get; set; }
}

public class Content
{
    public string? Data { get; set; }
    public string? Charset { get; set; }
}

public class Body
{
    public Content? Text { get; set; }
    public Content? Html { get; set; }
}

public class MessageHeader
{
    public string? Name { get; set; }
    public string? Value { get; set; }
}

public class Attachment
{
    public MemoryStream? RawContent { get; set; }
    public AttachmentContentDisposition? ContentDisposition { get; set; }
    public string? FileName { get; set; }
    public string? ContentDescription { get; set; }
    public string? ContentId { get; set; }
    public AttachmentContentTransferEncoding? ContentTransferEncoding { get; set; }
    public string? ContentType { get; set; }
}

public class RawMessage
{
    public MemoryStream? Data { get; set; }
}

public class MessageTag
{
    public string? Name { get; set; }
    public string? Value { get; set; }
}
