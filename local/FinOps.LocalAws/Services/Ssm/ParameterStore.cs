using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>Where parameters are kept: by account and region, keyed by name.</summary>
internal static class ParameterStore
{
    public static readonly TagStore Tags = new("ssm", SsmErrors.Invalid);

    public static string Collection(CallContext context) => $"ssm/parameters/{context.AccountId}/{context.Region}";

    public static string Arn(CallContext context, string name) => $"arn:aws:ssm:{context.Region}:{context.AccountId}:parameter/{name.TrimStart('/')}";

    /// <param name="given">A name or an ARN.</param>
    public static (string Name, JsonObject Parameter) Require(StoreSession session, CallContext context, string given)
    {
        var name = given.StartsWith("arn:", StringComparison.Ordinal)
            ? session.List(Collection(context)).FirstOrDefault(item => Arn(context, item.Key) == given)?.Key ?? given
            : given;
        return (name, session.Get(Collection(context), name) ?? throw SsmErrors.NotFound(given));
    }
}
