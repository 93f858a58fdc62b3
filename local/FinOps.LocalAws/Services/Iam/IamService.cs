using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>IAM as far as roles and policies go. Permissions and trust policies are evaluated (see Authorization).</summary>
internal sealed class IamService : QueryServiceBase
{
    public IamService(LocalAwsEnvironment environment)
        : base("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/")
    {
        new RoleOperations(environment).Register(Add);
        new RoleTagOperations(environment).Register(Add);
        new ServiceLinkedRoles(environment).Register(Add);
        new InlinePolicyOperations(environment).Register(Add);
        new AttachedPolicyOperations(environment).Register(Add);
        new ManagedPolicyOperations(environment).Register(Add);
    }
}
