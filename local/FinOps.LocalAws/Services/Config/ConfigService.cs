using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Config;

/// <summary>AWS Config: the rules that hold for the whole organization. What they would find is not computed.</summary>
internal sealed class ConfigService : JsonServiceBase
{
    private readonly LocalAwsEnvironment _environment;

    public ConfigService(LocalAwsEnvironment environment)
        : base("config", "StarlingDoveService", "1.1")
    {
        _environment = environment;
        new OrganizationRuleOperations(environment).Register(Add);
    }

    protected override AwsError Invalid(string message) => new("ValidationException", message);

    protected override void Authorize(string operation, CallContext context)
    {
        if (context.AccountId != _environment.ManagementAccountId)
            throw new AwsError("OrganizationAccessDeniedException", "This action can be only made by the organization's management account or a delegated administrator.");
    }
}
