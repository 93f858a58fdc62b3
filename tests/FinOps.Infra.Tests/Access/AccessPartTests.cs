using System.Collections.Immutable;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Access;

/// <summary>Who reads cost and reports, judged as IAM would judge it.</summary>
public sealed class AccessPartTests
{
    private const string Group = "90676f1a-1041-70b5-6b0c-2b1f8a3c4d5e";
    private const string Reports = "arn:aws:mock:::aws:s3/bucket:Bucket/reports";
    private const string Account = "111111111111";

    [Fact]
    public async Task DeclareAsync_NothingAsked_RegistersNothingAndLeavesTheBucketAsItIs()
    {
        var registered = await StackHarness.DeclareAsync(ValidConfig.Create());

        Assert.DoesNotContain(registered, each => each.Part == "access");
        Assert.DoesNotContain("ReadersOnly", BucketPolicy(registered), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role/finops-dev-readers", "s3:GetObject", AccessOutcome.Allowed)]
    [InlineData("role/finops-cost-analyzer", "s3:GetObject", AccessOutcome.Allowed)]
    [InlineData("role/break-glass", "s3:GetObject", AccessOutcome.Allowed)]
    [InlineData("role/administrator", "s3:GetObject", AccessOutcome.Denied)]
    [InlineData("role/administrator", "s3:GetObjectVersion", AccessOutcome.Denied)]
    [InlineData("role/finops-dev-readers-2", "s3:GetObject", AccessOutcome.Denied)]
    [InlineData("root", "s3:GetObject", AccessOutcome.Denied)]
    // Whoever may administer the bucket still may: nobody is locked out of it.
    [InlineData("role/administrator", "s3:DeleteObject", AccessOutcome.Allowed)]
    [InlineData("role/administrator", "s3:PutObject", AccessOutcome.Allowed)]
    public async Task ReportBucket_Administrators_ReadOnlyWhenTheyAreReaders(string principal, string action, AccessOutcome expected) =>
        Assert.Equal(expected, OnBucket(await DeclareAsync("enabled: true\nprincipals: [role/finance]\nbreakGlass: [role/break-glass]"), principal, action));

    [Theory]
    [InlineData("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_finops-dev-readers_0123456789abcdef", AccessOutcome.Allowed)]
    [InlineData("role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_finops-dev-readers_0123456789abcdef", AccessOutcome.Allowed)]
    [InlineData("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef", AccessOutcome.Denied)]
    [InlineData("role/AWSReservedSSO_finops-dev-readers_0123456789abcdef", AccessOutcome.Denied)]
    public async Task ReportBucket_OfAGroup_IsReadThroughItsPermissionSet(string principal, AccessOutcome expected) =>
        Assert.Equal(expected, OnBucket(await DeclareAsync($"enabled: true\ngroup: {Group}"), principal, "s3:GetObject"));

    [Fact]
    public async Task ReportBucket_WithoutTls_IsClosedToReadersToo() =>
        Assert.Equal(AccessOutcome.Denied, OnBucket(await DeclareAsync("enabled: true\nprincipals: [role/finance]"), "role/finops-dev-readers", "s3:GetObject", tls: false));

    [Theory]
    [InlineData("ce:GetCostAndUsage", "*", AccessOutcome.Allowed)]
    [InlineData("budgets:ViewBudget", $"arn:aws:budgets::{Account}:budget/*", AccessOutcome.Allowed)]
    [InlineData("cost-optimization-hub:ListRecommendations", "*", AccessOutcome.Allowed)]
    [InlineData("s3:GetObject", $"{Reports}/a", AccessOutcome.Allowed)]
    [InlineData("s3:ListBucket", Reports, AccessOutcome.Allowed)]
    [InlineData("s3:PutObject", $"{Reports}/a", AccessOutcome.NotAllowed)]
    [InlineData("s3:GetObject", "arn:aws:s3:::somebody-else/a", AccessOutcome.NotAllowed)]
    [InlineData("ce:UpdateCostAllocationTagsStatus", "*", AccessOutcome.NotAllowed)]
    [InlineData("budgets:ModifyBudget", $"arn:aws:budgets::{Account}:budget/a", AccessOutcome.NotAllowed)]
    [InlineData("ec2:DescribeInstances", "*", AccessOutcome.NotAllowed)]
    [InlineData("iam:ListRoles", "*", AccessOutcome.NotAllowed)]
    public async Task Readers_LookAtTheBillAndNothingElse(string action, string resource, AccessOutcome expected)
    {
        var registered = await DeclareAsync("enabled: true\nprincipals: [role/finance]");
        var policy = AccessPolicy.Parse("readers", (string)Only(registered, "aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        var reader = Caller("role/finops-dev-readers");

        Assert.Equal(expected, AccessEvaluator.Judge(new ScpRequest(action, reader.PrincipalArn, [new ScpResource(resource)], null), reader, [policy]).Outcome);
    }

    [Fact]
    public async Task DeclareAsync_Group_GetsThePermissionSetForTheManagementAccount()
    {
        var registered = await DeclareAsync($"enabled: true\ngroup: {Group}\nsessionHours: 4");

        Assert.Equal("PT4H", Only(registered, "aws:ssoadmin/permissionSet:PermissionSet").Inputs["sessionDuration"]);
        var assignment = Only(registered, "aws:ssoadmin/accountAssignment:AccountAssignment").Inputs;
        Assert.Equal(("GROUP", Group, "AWS_ACCOUNT", Account), (assignment["principalType"], assignment["principalId"], assignment["targetType"], assignment["targetId"]));
        Assert.Contains("ce:Get*", (string)Only(registered, "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy").Inputs["inlinePolicy"], StringComparison.Ordinal);
        var schema = new ProviderSchema();
        Assert.Empty(registered.Where(each => each.Part == "access").Select(each => each.Resource).Where(resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal)).SelectMany(resource => schema.Mistakes(resource.Type!, resource.Inputs)));
    }

    [Theory]
    [InlineData("enabled: true", "FIN1270 finops:access")]
    [InlineData($"enabled: true\ngroup: {Group}\nprincipals: [root]", "FIN1270 finops:access.principals")]
    [InlineData("enabled: true\ngroup: readers\nprincipals: [finance]", "FIN1101 finops:access.group", "FIN1101 finops:access.principals[0]")]
    [InlineData("enabled: true\nprincipals: [root]\nsessionHours: 13\nbreakGlass: [admin]", "FIN1101 finops:access.breakGlass[0]", "FIN1101 finops:access.sessionHours")]
    public async Task DeclareAsync_Mistakes_AreAllTold(string section, params string[] expected) => Assert.Equal(expected, await RefusedAsync(section, new OrganizationMocks()));

    [Fact]
    public async Task DeclareAsync_GroupWithoutIdentityCenter_IsTold() =>
        Assert.Equal(["FIN1272 finops:access.group"], await RefusedAsync($"enabled: true\ngroup: {Group}", new OrganizationMocks { IdentityCenters = [] }));

    [Fact]
    public async Task DeclareAsync_LongStackName_IsTold() =>
        Assert.Equal(["FIN1271 finops:access"], await RefusedAsync("enabled: true\nprincipals: [root]", new OrganizationMocks(), "platform-production"));

    private static Task<IReadOnlyList<Registration>> DeclareAsync(string section) => StackHarness.DeclareAsync(Config(section));

    private static async Task<IEnumerable<string>> RefusedAsync(string section, OrganizationMocks mocks, string stack = "dev")
    {
        var problems = (await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(Config(section), stack, mocks))).Problems;
        Assert.Empty(mocks.Registered);
        return problems.Where(problem => problem.Path.StartsWith("finops:access", StringComparison.Ordinal)).Select(problem => $"{problem.Id} {problem.Path}").Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Config(string section)
    {
        var config = ValidConfig.Create();
        config["finops:access"] = StackFile.Json(section);
        return config;
    }

    /// <summary>What the bucket's policy makes of an administrator.</summary>
    private static AccessOutcome OnBucket(IReadOnlyList<Registration> registered, string principal, string action, bool tls = true)
    {
        var administrator = AccessPolicy.Parse("administrator", """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        var caller = Caller(principal);
        var request = new ScpRequest(action, $"arn:aws:iam::{Account}:{principal}", [new ScpResource($"{Reports}/a")], null)
        {
            Context = ImmutableDictionary.CreateRange<string, ImmutableArray<string>>([new("aws:SecureTransport", [tls ? "true" : "false"])]),
        };
        return AccessEvaluator.Judge(request, caller, [administrator], AccessPolicy.Parse("bucket", BucketPolicy(registered))).Outcome;
    }

    private static AccessCaller Caller(string principal) =>
        new(Account, principal == "root" ? $"arn:aws:iam::{Account}:root" : $"arn:aws:sts::{Account}:assumed-role/{principal.Split('/')[^1]}/session");

    private static string BucketPolicy(IEnumerable<Registration> registered) =>
        (string)registered.Single(each => each.Resource is { Type: "aws:s3/bucketPolicy:BucketPolicy", Name: "reports" }).Resource.Inputs["policy"];

    private static Pulumi.Testing.MockResourceArgs Only(IEnumerable<Registration> registered, string type) => registered.Single(each => each.Part == "access" && each.Resource.Type == type).Resource;
}
