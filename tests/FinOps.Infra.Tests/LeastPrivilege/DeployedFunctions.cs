using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Lambda.Core;
using Amazon.Runtime;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Tests.Lambda;
using FinOps.Infra.Tests.Stack;
using FinOps.LocalAws;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Tests.Support;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>What the functions of the example stack need, put into an embedded AWS as the stack registers it; the functions run in this process.</summary>
public sealed class DeployedFunctions : IAsyncLifetime
{
    /// <summary>Called under a function's role by Lambda itself, which writes what the function prints and leaves runs that failed for good to the queue.</summary>
    internal static readonly string[] CalledByLambda = ["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage"];

    private const string IamVersion = "2010-05-08";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-privilege-");
    private IReadOnlyList<Registration> _registered = [];
    private bool _membersDeployed;

    /// <summary>Changes how the embedded AWS runs.</summary>
    internal Func<LocalAwsOptions, LocalAwsOptions> Options { get; init; } = options => options;

    internal LocalAwsServer Server { get; private set; } = null!;

    internal SignedCalls Owner { get; private set; } = null!;

    internal string AccountId => Server.Organization.ManagementAccount.Id;

    internal IEnumerable<MockResourceArgs> Registered(string type) => _registered.Select(each => each.Resource).Where(resource => resource.Type == type);

    public async Task InitializeAsync()
    {
        Server = await LocalAwsServer.StartAsync(Options(new LocalAwsOptions { DataDirectory = _directory.FullName, Organization = StackHarness.Organization }));
        Owner = new SignedCalls(Server);
        _registered = await StackHarness.DeclareAsync(StackFile.Read("example-org"), "example-org",
            new OrganizationMocks(SyntheticOrganization.Create(StackHarness.Organization)) { ArnOf = AwsArns.Of(AccountId), OrganizationId = Server.Organization.Id });
        foreach (var bucket in Registered("aws:s3/bucket:Bucket"))
        {
            await PutAsync($"/{bucket.Inputs["bucket"]}");
        }

        foreach (var policy in Registered("aws:s3/bucketPolicy:BucketPolicy"))
        {
            await PutAsync($"/{Registered("aws:s3/bucket:Bucket").Single(bucket => $"{bucket.Name}-id" == (string)policy.Inputs["bucket"]).Inputs["bucket"]}?policy=", (string)policy.Inputs["policy"]);
        }

        foreach (var set in Registered("aws:sesv2/configurationSet:ConfigurationSet"))
        {
            await Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/configuration-sets", new JsonObject { ["ConfigurationSetName"] = (string)set.Inputs["configurationSetName"] });
        }

        foreach (var role in Registered("aws:iam/role:Role"))
        {
            await Owner.QueryAsync("iam", IamVersion, "CreateRole", ("RoleName", (string)role.Inputs["name"]), ("AssumeRolePolicyDocument", (string)role.Inputs["assumeRolePolicy"]));
            foreach (var (name, policy) in PoliciesOf((string)role.Inputs["name"]))
            {
                await SetPolicyAsync((string)role.Inputs["name"], name, policy);
            }
        }

        foreach (var function in Registered("aws:lambda/function:Function"))
        {
            await Owner.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", new JsonObject
            {
                ["FunctionName"] = (string)function.Inputs["name"],
                ["Runtime"] = "provided.al2023",
                ["Handler"] = "bootstrap",
                ["Role"] = (string)function.Inputs["role"],
                ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(Package()) },
            });
        }
    }

    public async Task DisposeAsync()
    {
        Owner.Dispose();
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    internal string RoleArn(string name) => $"arn:aws:iam::{AccountId}:role/{name}";

    /// <summary>The permissions that the stack gives the role, by the names of the policies.</summary>
    internal IReadOnlyDictionary<string, string> PoliciesOf(string roleName)
    {
        var role = Registered("aws:iam/role:Role").Single(each => (string)each.Inputs["name"] == roleName);
        return Registered("aws:iam/rolePolicy:RolePolicy").Where(policy => (string)policy.Inputs["role"] == $"{role.Name}-id")
            .ToDictionary(policy => (string)policy.Inputs["name"], policy => (string)policy.Inputs["policy"]);
    }

    internal Task SetPolicyAsync(string role, string name, string policy) =>
        Owner.QueryAsync("iam", IamVersion, "PutRolePolicy", ("RoleName", role), ("PolicyName", name), ("PolicyDocument", policy));

    /// <summary>What the function sees of its environment: what the stack sets, and nothing else.</summary>
    internal string? Variable(string function, string name)
    {
        var environment = (IReadOnlyDictionary<string, object>)Registered("aws:lambda/function:Function").Single(each => (string)each.Inputs["name"] == function).Inputs["environment"];
        return (string?)((IReadOnlyDictionary<string, object>)environment["variables"]).GetValueOrDefault(name);
    }

    /// <summary>Clients with keys that Lambda would give the function.</summary>
    internal AwsConnection ConnectionOf(string function)
    {
        var session = Server.AssumeRoleAs("lambda.amazonaws.com", RoleArn(function), function);
        return new AwsConnection(new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken), Server.Url, AwsConnection.GlobalRegion, Retries: 0);
    }

    internal ReportClients ClientsOf(string function) => ReportClients.Create(ConnectionOf(function));

    /// <returns>The answer.</returns>
    internal static async Task<string> InvokeAsync(Func<Stream, ILambdaContext, Task<Stream>> handler, string payload)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        using var reader = new StreamReader(await handler(input, new TestContext { RemainingTime = TimeSpan.FromMinutes(15) }));
        return await reader.ReadToEndAsync();
    }

    internal IReadOnlyList<RecordedCall> CallsOf(string role, long after = 0) =>
        [.. Server.Calls.After(after).Where(call => call.PrincipalArn.Contains($":assumed-role/{role}/", StringComparison.Ordinal))];

    internal static IReadOnlyList<UsedPermission> Used(IEnumerable<RecordedCall> calls) =>
        [.. calls.SelectMany(call => call.Access ?? []).Select(access => new UsedPermission(access.Action, access.Resource)).Distinct()];

    /// <summary>Each call under the role is one whose permission is known, and none was refused.</summary>
    internal void AssertAllowed(string role)
    {
        var calls = CallsOf(role);
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.True(call.Access is not null, $"which permission {call.Service} {call.Operation} takes is not known");
            Assert.DoesNotContain("AccessDenied", call.Error ?? "", StringComparison.Ordinal);
        });
    }

    /// <summary>The same of a function that enters member accounts: those outside of the units have no role to assume, and nothing else is refused.</summary>
    internal void AssertAllowedBesideMissingRoles(string role)
    {
        var calls = CallsOf(role);
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(call.Access is not null, $"which permission {call.Service} {call.Operation} takes is not known"));
        Assert.All(calls.Where(call => (call.Error ?? "").Contains("AccessDenied", StringComparison.Ordinal)), call => Assert.Equal("AssumeRole", call.Operation));
    }

    /// <summary>Actions that the role may do and that nothing under it did.</summary>
    /// <param name="policies">Null for those that the stack gives the role in the function's own account.</param>
    internal IEnumerable<string> Unneeded(string role, IEnumerable<string>? policies = null) =>
        (policies ?? PoliciesOf(role).Values).SelectMany(policy => UnneededPermissions.Find(AccessPolicy.Parse(role, policy), Used(CallsOf(role)))).Select(permission => permission.Action);

    /// <summary>Deploys the stack set as the stack registers it, once.</summary>
    /// <returns>The accounts that have the roles now.</returns>
    internal async Task<IReadOnlyList<string>> DeployMembersAsync()
    {
        var set = Registered("aws:cloudformation/stackSet:StackSet").Single().Inputs;
        var targets = (IReadOnlyDictionary<string, object>)Registered("aws:cloudformation/stackSetInstance:StackSetInstance").Single().Inputs["deploymentTargets"];
        if (!_membersDeployed)
        {
            _membersDeployed = true;
            await CloudFormationAsync("CreateStackSet",
                ("StackSetName", (string)set["name"]), ("TemplateBody", (string)set["templateBody"]), ("PermissionModel", (string)set["permissionModel"]),
                ("AutoDeployment.Enabled", "true"), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));
            await CloudFormationAsync("CreateStackInstances",
                [("StackSetName", (string)set["name"]), ("Regions.member.1", "us-east-1"), .. ((IEnumerable<object>)targets["organizationalUnitIds"]).Select((unit, at) => ($"DeploymentTargets.OrganizationalUnitIds.member.{at + 1}", (string)unit))]);
        }

        var instances = await CloudFormationAsync("ListStackInstances", ("StackSetName", (string)set["name"]));
        Assert.All(instances.Descendants("DetailedStatus"), status => Assert.Equal("SUCCEEDED", status.Value));
        return [.. instances.Descendants("Account").Select(account => account.Value)];
    }

    /// <summary>The permissions that the stack set gives a role of member accounts.</summary>
    /// <param name="logicalId">Of the role in the template: Reader or Scheduler.</param>
    internal IReadOnlyList<string> MemberPoliciesOf(string logicalId)
    {
        var template = JsonNode.Parse((string)Registered("aws:cloudformation/stackSet:StackSet").Single().Inputs["templateBody"])!;
        return [.. template["Resources"]![logicalId]!["Properties"]!["Policies"]!.AsArray().Select(policy => policy!["PolicyDocument"]!.ToJsonString())];
    }

    private Task<XElement> CloudFormationAsync(string action, params (string, string)[] fields) => Owner.QueryAsync("cloudformation", "2010-05-15", action, fields);

    private async Task PutAsync(string path, string body = "")
    {
        using var response = await Owner.SendAsync("s3", HttpMethod.Put, path, body, "text/plain");
        Assert.True(response.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"PUT {path}: {(int)response.StatusCode}"));
    }

    /// <summary>A package whose program ends at once: these functions run in this process.</summary>
    private static byte[] Package()
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("bootstrap").Open();
            entry.Write("#!/bin/sh\nexit 0\n"u8);
        }

        return buffer.ToArray();
    }
}
