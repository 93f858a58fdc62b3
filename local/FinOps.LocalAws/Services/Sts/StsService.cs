using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Sts;

/// <summary>STS: who am I, and keys for a role.</summary>
internal sealed class StsService(LocalAwsEnvironment environment) : IQueryService
{
    public string SigningName => "sts";

    public string Version => "2011-06-15";

    public XNamespace Namespace => "https://sts.amazonaws.com/doc/2011-06-15/";

    public Task<IReadOnlyList<XElement>> HandleAsync(string operation, QueryInput input, CallContext context) => Task.FromResult(operation switch
    {
        "GetCallerIdentity" => CallerIdentity(context),
        "AssumeRole" => RoleAssumption.Run(environment, input, context),
        _ => throw QueryProtocol.InvalidAction(operation),
    });

    private static IReadOnlyList<XElement> CallerIdentity(CallContext context) =>
    [
        new("Arn", context.Caller.Arn),
        new("UserId", context.Caller.UserId),
        new("Account", context.AccountId),
    ];
}
