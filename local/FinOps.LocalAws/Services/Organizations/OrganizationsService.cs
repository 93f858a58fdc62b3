using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>AWS Organizations over the synthetic organization: its tree is fixed, policies, attachments and tags are the callers'.</summary>
internal sealed class OrganizationsService : JsonServiceBase
{
    private readonly LocalAwsEnvironment _environment;

    public OrganizationsService(LocalAwsEnvironment environment)
        : base("organizations", "AWSOrganizationsV20161128", "1.1")
    {
        _environment = environment;
        var tree = new OrganizationTree(environment.Organization);
        var policies = new PolicyStore(environment, tree);
        new TreeOperations(tree, policies).Register(Add);
        new PolicyOperations(environment, policies).Register(Add);
        new AttachmentOperations(environment, tree, policies).Register(Add);
        new EffectivePolicyOperations(environment, tree).Register(Add);
        new TagOperations(environment, tree).Register(Add);
        new ServiceAccessOperations(environment).Register(Add);
        new DelegationOperations(environment, tree).Register(Add);
    }

    protected override AwsError Invalid(string message) => OrganizationsErrors.InvalidInput(message);

    protected override void Authorize(string operation, CallContext context)
    {
        // The two that any account may call; the second looks at the target by itself.
        if (operation is not ("DescribeOrganization" or "DescribeEffectivePolicy") && context.AccountId != _environment.ManagementAccountId)
            throw OrganizationsErrors.AccessDenied();
    }
}
