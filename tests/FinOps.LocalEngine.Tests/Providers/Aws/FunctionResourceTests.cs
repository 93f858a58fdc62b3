using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>What the report function needs: role, log group, function, permission, schedule.</summary>
public sealed class FunctionResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ce:Get*","Resource":"*"}]}""";

    [Fact]
    public async Task RoleWithPolicies_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var role = new ProviderDriver(provider, "aws:iam/role:Role", "analyzer");
        var created = await role.CreateAsync(("assumeRolePolicy", Trust), ("tags", PropertyMap.Of(("Team", "finops"))));
        await role.Forgetting().CreateAsync(("assumeRolePolicy", Trust), ("tags", PropertyMap.Of(("Team", "other"))));
        Assert.Equal($"arn:aws:iam::{aws.AccountId}:role/{role.Id}", created.Text("arn"));

        var inline = new ProviderDriver(provider, "aws:iam/rolePolicy:RolePolicy", "read");
        await inline.CreateAsync(("role", role.Id), ("policy", Policy));
        var attachment = new ProviderDriver(provider, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "logs");
        await attachment.CreateAsync(("role", role.Id), ("policyArn", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
        Assert.NotNull(await inline.ReadAsync());
        Assert.NotNull(await attachment.ReadAsync());

        await attachment.DeleteAsync();
        await inline.DeleteAsync();
        await role.DeleteAsync();
        await role.DeleteAsync();
        Assert.Null(await role.ReadAsync());
    }

    [Fact]
    public async Task Function_WholeLife_UploadsCodeOnlyWhenItChanges()
    {
        var provider = aws.Provider();
        var roleArn = await RoleAsync("function", Trust);
        var function = new ProviderDriver(provider, "aws:lambda/function:Function", "analyzer");
        (string, PropertyValue)[] Inputs(string code, double memory) =>
        [
            ("role", roleArn), ("runtime", "provided.al2023"), ("handler", "bootstrap"), ("memorySize", memory), ("timeout", 60d),
            ("environment", PropertyMap.Of(("variables", PropertyMap.Of(("FINOPS_REPORT_BUCKET", "reports"))))),
            ("code", new ArchiveValue(PropertyMap.Of(("bootstrap", new AssetValue(code, null, null))), null, null)),
        ];

        var created = await function.CreateAsync(Inputs("#!/bin/sh\n", 256));
        var configured = await function.UpdateAsync(Inputs("#!/bin/sh\n", 512));
        var changed = await function.UpdateAsync(Inputs("#!/bin/sh\nexit 1\n", 512));
        await function.Forgetting().CreateAsync(Inputs("#!/bin/sh\nexit 1\n", 512));

        Assert.Equal($"arn:aws:lambda:us-east-1:{aws.AccountId}:function:{function.Id}", created.Text("arn"));
        Assert.Equal(created["codeSha256"], configured["codeSha256"]);
        Assert.NotEqual(created["codeSha256"], changed["codeSha256"]);

        var permission = new ProviderDriver(provider, "aws:lambda/permission:Permission", "schedule");
        await permission.CreateAsync(("action", "lambda:InvokeFunction"), ("function", function.Id), ("principal", "scheduler.amazonaws.com"));
        await permission.Forgetting().CreateAsync(("action", "lambda:InvokeFunction"), ("function", function.Id), ("principal", "scheduler.amazonaws.com"));
        Assert.NotNull(await permission.ReadAsync());
        await permission.DeleteAsync();

        var asynchronous = new ProviderDriver(provider, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "retries");
        await asynchronous.CreateAsync(("functionName", function.Id), ("maximumRetryAttempts", 1d));
        await asynchronous.Forgetting().CreateAsync(("functionName", function.Id), ("maximumRetryAttempts", 1d));
        Assert.NotNull(await asynchronous.ReadAsync());
        await asynchronous.DeleteAsync();
        await asynchronous.DeleteAsync();
        Assert.Null(await asynchronous.ReadAsync());
        await function.DeleteAsync();
        await function.DeleteAsync();
        Assert.Null(await function.ReadAsync());
    }

    [Fact]
    public async Task Function_FileChangesUnderTheSamePath_IsADiff()
    {
        var folder = Directory.CreateDirectory(Path.Combine(aws.ProgramDirectory, "package")).FullName;
        var file = Path.Combine(folder, "bootstrap");
        await File.WriteAllTextAsync(file, "one");
        var role = await RoleAsync("folder", Trust);
        // The engine gives every asset its hash before a provider sees it.
        PropertyValue Package() => new AssetHasher(aws.ProgramDirectory).Fill(PropertyMap.Of(("code", new ArchiveValue(null, "./package", null))))["code"];
        (string, PropertyValue)[] Inputs() => [("role", role), ("runtime", "provided.al2023"), ("handler", "bootstrap"), ("code", Package())];
        var function = new ProviderDriver(aws.Provider(), "aws:lambda/function:Function", "folder");
        await function.CreateAsync(Inputs());

        File.SetLastWriteTimeUtc(file, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty((await function.DiffAsync(Inputs())).Changed);
        await File.WriteAllTextAsync(file, "two");
        Assert.Equal(["code"], (await function.DiffAsync(Inputs())).Changed.ToArray());
    }

    [Fact]
    public async Task Function_CodeIsMissing_IsFIN3066WithThePath()
    {
        var failure = await Assert.ThrowsAsync<EngineException>(() => new ProviderDriver(aws.Provider(), "aws:lambda/function:Function", "missing")
            .CreateAsync(("role", "arn:aws:iam::1:role/r"), ("runtime", "dotnet10"), ("handler", "h"), ("code", new ArchiveValue(null, "./publish", null))));

        var problem = Assert.Single(failure.Problems);
        Assert.Equal("FIN3066", problem.Id);
        Assert.Contains(Path.Combine(aws.ProgramDirectory, "publish"), problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogGroup_WholeLife_IsAppliedAndNotDoubled()
    {
        var group = new ProviderDriver(aws.Provider(), "aws:cloudwatch/logGroup:LogGroup", "logs");
        var created = await group.CreateAsync(("name", "/aws/lambda/life"), ("retentionInDays", 30d), ("tags", PropertyMap.Of(("Team", "a"))));
        await group.Forgetting().CreateAsync(("name", "/aws/lambda/life"), ("retentionInDays", 14d));
        await group.UpdateAsync(("name", "/aws/lambda/life"), ("retentionInDays", 0d), ("tags", PropertyMap.Of(("Owner", "b"))));

        Assert.Equal($"arn:aws:logs:us-east-1:{aws.AccountId}:log-group:/aws/lambda/life", created.Text("arn"));
        Assert.NotNull(await group.ReadAsync());
        await group.DeleteAsync();
        await group.DeleteAsync();
        Assert.Null(await group.ReadAsync());
    }

    [Fact]
    public async Task ScheduleInGroup_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var group = new ProviderDriver(provider, "aws:scheduler/scheduleGroup:ScheduleGroup", "finops");
        var groupOutputs = await group.CreateAsync(("tags", PropertyMap.Of(("Team", "a"))));
        await group.Forgetting().CreateAsync();
        var schedulerRole = await RoleAsync("scheduler", Trust.Replace("lambda.", "scheduler.", StringComparison.Ordinal));
        var schedule = new ProviderDriver(provider, "aws:scheduler/schedule:Schedule", "weekly");
        (string, PropertyValue)[] Inputs(string expression) =>
        [
            ("groupName", group.Id), ("scheduleExpression", expression), ("scheduleExpressionTimezone", "UTC"),
            ("flexibleTimeWindow", PropertyMap.Of(("mode", "OFF"))),
            ("target", PropertyMap.Of(
                ("arn", $"arn:aws:lambda:us-east-1:{aws.AccountId}:function:f"), ("roleArn", schedulerRole), ("input", "{}"),
                ("retryPolicy", PropertyMap.Of(("maximumRetryAttempts", 2d))))),
        ];

        await schedule.CreateAsync(Inputs("rate(7 days)"));
        await schedule.Forgetting().CreateAsync(Inputs("rate(7 days)"));
        await schedule.UpdateAsync(Inputs("rate(1 day)"));

        Assert.Contains(group.Id, groupOutputs.Text("arn"), StringComparison.Ordinal);
        Assert.Matches($"^{group.Id}/weekly-[0-9a-f]{{7}}$", schedule.Id);
        Assert.Equal("rate(1 day)", (await schedule.ReadAsync())!.Outputs.Text("scheduleExpression"));
        await schedule.DeleteAsync();
        await group.DeleteAsync();
        await schedule.DeleteAsync();
        Assert.Null(await schedule.ReadAsync());
    }

    private async Task<string> RoleAsync(string name, string trust) =>
        (await new ProviderDriver(aws.Provider(), "aws:iam/role:Role", name).CreateAsync(("assumeRolePolicy", trust))).Text("arn")!;
}
