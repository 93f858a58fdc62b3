using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<EffectivePolicyType>))]
public class EffectivePolicyType(string value) : ConstantClass(value), IConstant<EffectivePolicyType>
{
    public static readonly EffectivePolicyType TAG_POLICY = new("TAG_POLICY");
    public static readonly EffectivePolicyType BACKUP_POLICY = new("BACKUP_POLICY");
    public static readonly EffectivePolicyType AISERVICES_OPT_OUT_POLICY = new("AISERVICES_OPT_OUT_POLICY");
    public static readonly EffectivePolicyType CHATBOT_POLICY = new("CHATBOT_POLICY");
    public static readonly EffectivePolicyType DECLARATIVE_POLICY_EC2 = new("DECLARATIVE_POLICY_EC2");
    public static readonly EffectivePolicyType SECURITYHUB_POLICY = new("SECURITYHUB_POLICY");
    public static readonly EffectivePolicyType INSPECTOR_POLICY = new("INSPECTOR_POLICY");
    public static readonly EffectivePolicyType UPGRADE_ROLLOUT_POLICY = new("UPGRADE_ROLLOUT_POLICY");
    public static readonly EffectivePolicyType BEDROCK_POLICY = new("BEDROCK_POLICY");
    public static readonly EffectivePolicyType S3_POLICY = new("S3_POLICY");
    public static readonly EffectivePolicyType NETWORK_SECURITY_DIRECTOR_POLICY = new("NETWORK_SECURITY_DIRECTOR_POLICY");

    public static EffectivePolicyType FindValue(string value) => new(value);

    static EffectivePolicyType IConstant<EffectivePolicyType>.Of(string value) => new(value);

    public static implicit operator EffectivePolicyType(string value) => value is null ? null! : new(value);
}
