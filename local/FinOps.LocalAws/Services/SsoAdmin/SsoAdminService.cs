using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.SsoAdmin;

/// <summary>The organization's IAM Identity Center, as far as permission sets and who has them. Its region is the home region; nobody signs in here.</summary>
internal sealed class SsoAdminService : JsonServiceBase
{
    private readonly LocalAwsEnvironment _environment;

    public SsoAdminService(LocalAwsEnvironment environment)
        : base("sso", "SWBExternalService", "1.1")
    {
        _environment = environment;
        Add("ListInstances", (_, context) => new JsonObject { ["Instances"] = context.Region == HomeRegion.Name ? new JsonArray(Instance()) : [] });
        new PermissionSetOperations(environment).Register(Add);
        new AssignmentOperations(environment).Register(Add);
    }

    protected override AwsError Invalid(string message) => SsoErrors.Invalid(message);

    protected override void Authorize(string operation, CallContext context)
    {
        if (context.AccountId != _environment.ManagementAccountId)
            throw new AwsError("AccessDeniedException", "Only the management account of the organization, or a delegated administrator, may do this.");
    }

    private JsonObject Instance() => new()
    {
        ["InstanceArn"] = PermissionSetStore.InstanceArn(_environment),
        ["IdentityStoreId"] = "d-" + PermissionSetStore.InstanceArn(_environment)[^10..],
        ["OwnerAccountId"] = _environment.ManagementAccountId,
        ["Status"] = "ACTIVE",
    };
}
