using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>Which AWS services are trusted to act across the organization.</summary>
internal sealed partial class ServiceAccessOperations(LocalAwsEnvironment environment)
{
    private const string Enabled = "organizations/service-access";

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("EnableAWSServiceAccess", (input, context) =>
        {
            environment.Store.Add(Enabled, Principal(input), new JsonObject { ["Since"] = context.Now.ToUnixTimeSeconds() });
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

    private static string Principal(JsonInput input)
    {
        var name = input.Required("ServicePrincipal", 128);
        return PrincipalPattern().IsMatch(name)
            ? name
            : throw OrganizationsErrors.InvalidInput("You specified an unrecognized service principal.", "UNRECOGNIZED_SERVICE_PRINCIPAL");
    }

    [GeneratedRegex(@"^[a-z0-9.-]+\.amazonaws\.com\z")]
    private static partial Regex PrincipalPattern();
}
