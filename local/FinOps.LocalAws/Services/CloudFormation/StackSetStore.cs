using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>Where stack sets, their instances (keyed account/region) and their operations are kept.</summary>
internal static class StackSetStore
{
    public static string Sets(CallContext context) => $"cloudformation/sets/{context.AccountId}/{context.Region}";

    public static string Instances(string stackSetId) => $"cloudformation/instances/{stackSetId}";

    public static string Operations(string stackSetId) => $"cloudformation/operations/{stackSetId}";

    /// <summary>The stack set of the input, by its name or its id.</summary>
    public static JsonObject Require(StoreSession session, QueryInput input, CallContext context)
    {
        var name = input.Required("StackSetName").Split(':')[0];
        return session.Get(Sets(context), name) ?? throw CloudFormationErrors.NoStackSet(name);
    }

    /// <summary>Records an operation, which is over as soon as it is answered.</summary>
    public static IReadOnlyList<XElement> Finish(StoreSession session, JsonObject set, string action, QueryInput input, CallContext context)
    {
        var id = input.Optional("OperationId") ?? context.RequestId;
        session.Put(Operations(Id(set)), id, new JsonObject { ["Action"] = action, ["Time"] = context.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });
        return [new("OperationId", id)];
    }

    public static IReadOnlyList<XElement> Page<T>(QueryInput input, string scope, IEnumerable<T> items, Func<T, string> key, Func<T, object> print)
    {
        var (page, next) = Pager.Page(items, key, scope, input.Optional("NextToken"), input.Integer("MaxResults", 100), () => CloudFormationErrors.Invalid("Invalid NextToken."));
        var output = new List<XElement> { new("Summaries", page.Select(item => new XElement("member", print(item)))) };
        if (next is not null)
            output.Add(new XElement("NextToken", next));
        return output;
    }

    public static string Id(JsonObject set) => (string)set["StackSetId"]!;
}
