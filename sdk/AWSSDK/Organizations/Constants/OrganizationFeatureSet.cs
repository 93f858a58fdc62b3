using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<OrganizationFeatureSet>))]
public class OrganizationFeatureSet(string value) : ConstantClass(value), IConstant<OrganizationFeatureSet>
{
    public static readonly OrganizationFeatureSet ALL = new("ALL");
    public static readonly OrganizationFeatureSet CONSOLIDATED_BILLING = new("CONSOLIDATED_BILLING");

    public static OrganizationFeatureSet FindValue(string value) => new(value);

    static OrganizationFeatureSet IConstant<OrganizationFeatureSet>.Of(string value) => new(value);

    public static implicit operator OrganizationFeatureSet(string value) => value is null ? null! : new(value);
}
