using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.SsoAdmin;

/// <summary>Where permission sets (by ARN) and assignments (by permission set, account and principal) are kept.</summary>
internal static class PermissionSetStore
{
    public const string Sets = "sso/sets";

    public const string Assignments = "sso/assignments";

    public static readonly TagStore Tags = new("sso", SsoErrors.Invalid);

    /// <summary>One instance, whose id follows from the organization's.</summary>
    public static string InstanceArn(LocalAwsEnvironment environment) => $"arn:aws:sso:::instance/ssoins-{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(environment.Organization.Id))[^16..]}";

    /// <exception cref="AwsError">ResourceNotFoundException.</exception>
    public static JsonObject Require(StoreSession session, LocalAwsEnvironment environment, JsonInput input)
    {
        CheckInstance(environment, input);
        var arn = input.Required("PermissionSetArn");
        return session.Get(Sets, arn) ?? throw SsoErrors.NotFound($"Could not find PermissionSet with id {arn.Split('/')[^1]}");
    }

    public static void CheckInstance(LocalAwsEnvironment environment, JsonInput input)
    {
        if (input.Required("InstanceArn") != InstanceArn(environment))
            throw SsoErrors.NotFound("Could not find Instance");
    }

    public static string AssignmentKey(string set, string account, string type, string principal) => $"{set} {account} {type} {principal}";

    /// <summary>Makes the role that people get in an account, or brings it up to date.</summary>
    public static void Provision(StoreSession session, JsonObject set, string account, DateTimeOffset now)
    {
        var (arn, roles) = ((string)set["PermissionSetArn"]!, Iam.RoleStore.Collection(account));
        var name = RoleName(set);
        var role = session.Get(roles, Iam.RoleStore.Key(name)) ?? Iam.RoleStore.New(account, "/aws-reserved/sso.amazonaws.com/", name, now);
        role["Description"] = (string?)set["Description"];
        // People come through the provider of Identity Center; no key assumes this role.
        role["AssumeRolePolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::{{account}}:saml-provider/AWSSSO_{{arn[^16..]}}_DO_NOT_DELETE"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"]}]}""";
        role["Inline"] = (string?)set["InlinePolicy"] is { } policy ? new JsonObject { ["AwsSSOInlinePolicy"] = policy } : [];
        session.Put(roles, Iam.RoleStore.Key(name), role);
    }

    public static void Unprovision(StoreSession session, JsonObject set, string account) => session.Delete(Iam.RoleStore.Collection(account), Iam.RoleStore.Key(RoleName(set)));

    private static string RoleName(JsonObject set) => $"AWSReservedSSO_{(string)set["Name"]!}_{((string)set["PermissionSetArn"]!)[^16..]}";
}
