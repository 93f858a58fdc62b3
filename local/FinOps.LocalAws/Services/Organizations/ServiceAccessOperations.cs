using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Which AWS services are trusted to act across the organization.</summary>
internal sealed partial class ServiceAccessOperations(LocalAwsEnvironment environment)
{
    private const string Enabled = "organizations/service-access";

    /// <summary>Also done by services that turn their own access on when the organization enrolls.</summary>
    public static void Enable(StoreSession session, string servicePrincipal, DateTimeOffset now) =>
        session.Add(Enabled, servicePrincipal, new JsonObject { ["Since"] = now.ToUnixTimeSeconds() });

    public static bool IsEnabled(StoreSession session, string servicePrincipal) => session.Get(Enabled, servicePrincipal) is not null;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("EnableAWSServiceAccess", (input, context) =>
        {
            environment.Store.Write(session => Enable(session, Principal(input), context.Now));
            return new JsonObject();
        });
        add("DisableAWSServiceAccess", (input, _) =>
        {
            environment.Store.Delete(Enabled, Principal(input));
            return new JsonObject();
        });
        add("ListAWSServiceAccessForOrganization", (input, _) => input.Page("ListAWSServiceAccessForOrganization", "EnabledServicePrincipals",
            environment.Store.List(Enabled), item => item.Key, item => new JsonObject
            {
                ["ServicePrincipal"] = item.Key,
                ["DateEnabled"] = (long)item.Value["Since"]!,
            }));
    }

    /// <summary>The service principal of a call, in the form that AWS's own have.</summary>
    public static string Principal(JsonInput input)
    {
        var name = input.Required("ServicePrincipal", 128);
        return PrincipalPattern().IsMatch(name)
            ? name
            : throw OrganizationsErrors.InvalidInput("You specified an unrecognized service principal.", "UNRECOGNIZED_SERVICE_PRINCIPAL");
    }

    [GeneratedRegex(@"^[a-z0-9.-]+\.amazonaws\.com\z")]
    private static partial Regex PrincipalPattern();
}
