using System.Collections.Immutable;
using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using InitialConfig = Pulumi.Policy.Configuration.PolicyConfig;
using Level = Pulumirpc.EnforcementLevel;
using PolicyConfigSchema = Pulumi.Policy.Configuration.PolicyConfigSchema;
using PolicyType = Pulumirpc.PolicyType;
using Severity = Pulumirpc.PolicySeverity;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>What the pack tells about itself. D3, D5, D8, D10.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task D3_Severity_IsInTheInfoAndInEveryDiagnostic()
    {
        await using var server = await PackServer.StartAsync(
            new ResourceValidationPolicy
            {
                Name = "r", Description = "d", Severity = PolicySeverity.High,
                ValidateResource = args =>
                {
                    args.Report("plain");
                    args.Report("worse", PolicySeverity.Critical);
                },
            },
            Policies.Stack("s", args =>
            {
                args.Report("plain");
                args.Report("worse", severity: PolicySeverity.Critical);
            }, PolicySeverity.High),
            Policies.Reporting("none"));

        Assert.Equal([Severity.High, Severity.High, Severity.Unspecified], (await server.InfoAsync()).Policies.Select(policy => policy.Severity));
        Assert.Equal([Severity.High, Severity.Critical, Severity.Unspecified], (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => diagnostic.Severity));
        Assert.Equal([Severity.High, Severity.Critical], (await server.AnalyzeStackAsync(PackServer.StackResource())).Diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public async Task D5_InitialConfig_IsSentAndHoldsUntilConfigure()
    {
        await using var server = await PackServer.StartAsync(_ => PackServer.Pack(Policies.Reporting("off"), Policies.Reporting("raised"), Preset()) with
        {
            InitialConfig = ImmutableDictionary<string, InitialConfig>.Empty
                .Add("off", new(EnforcementLevel.Disabled))
                .Add("raised", new(EnforcementLevel.Mandatory))
                .Add("preset", new(null, PropertyMap.Of(("word", "initial")))),
        });

        var info = await server.InfoAsync();
        Assert.Equal(["off", "preset", "raised"], info.InitialConfig.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((Level.Disabled, Level.Mandatory, "initial"),
            (info.InitialConfig["off"].EnforcementLevel, info.InitialConfig["raised"].EnforcementLevel, info.InitialConfig["preset"].Properties.Fields["word"].StringValue));
        Assert.Equal([("raised", Level.Mandatory), ("preset", Level.Advisory)],
            (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));

        await server.ConfigureAsync(("off", Level.Advisory, PropertyMap.Empty), ("preset", Level.Advisory, PropertyMap.Of(("word", "mine"))));

        var after = (await server.AnalyzeAsync(PackServer.Resource())).Diagnostics;
        Assert.Equal(["off", "raised", "preset"], after.Select(diagnostic => diagnostic.PolicyName));
        Assert.EndsWith("mine", after[2].Message, StringComparison.Ordinal);

        static ResourceValidationPolicy Preset() => new()
        {
            Name = "preset", Description = "d", ValidateResource = args => args.Report(args.Config.Text("word") ?? "nothing"),
        };
    }

    [Fact]
    public async Task D8_Metadata_IsThereBeforeHandshakeAndConfigureStack()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("one"));

        Assert.Matches(@"^\d+\.\d+\.\d+$", (await server.PluginInfoAsync()).Version);
        var info = await server.InfoAsync();
        Assert.Equal(("pack", "1.2.3", "one", true), (info.Name, info.Version, info.Policies[0].Name, info.SupportsConfig));
    }

    [Fact]
    public async Task D8_PackThatNeedsItsStack_FailsClearlyWithoutAndIsRebuiltWith()
    {
        await using var server = await PackServer.StartAsync(stack => PackServer.Pack(Policies.Reporting($"validate-{stack.RequireConfig("value")}")));

        var refused = await Assert.ThrowsAsync<RpcException>(server.InfoAsync);
        Assert.Equal(StatusCode.FailedPrecondition, refused.Status);
        Assert.Contains("FIN6003", refused.Message, StringComparison.Ordinal);

        await server.ConfigureStackAsync(config: [("project:value", "false")]);
        Assert.Equal("validate-false", (await server.InfoAsync()).Policies[0].Name);
    }

    [Fact]
    public async Task D10_EveryMetadataField_IsSent()
    {
        await using var server = await PackServer.StartAsync(_ => new PolicyPack
        {
            Name = "pack", Version = "1.2.3", DisplayName = "The pack", Description = "About it", Readme = "# Read", Provider = "aws",
            Tags = ["a", "b"], Repository = "https://example.com/repo",
            Policies =
            [
                new ResourceValidationPolicy
                {
                    Name = "r", Description = "d", DisplayName = "R", Tags = ["t"], RemediationSteps = "do this", Url = "https://example.com/r",
                    Framework = new ComplianceFramework("CIS", "3.0", "1.2", "text"),
                    ConfigSchema = new PolicyConfigSchema(PropertyMap.Of(("n", PropertyMap.Of(("type", "number")))), ["n"]),
                },
                Policies.Stack("s", _ => { }),
            ],
        });

        var info = await server.InfoAsync();

        Assert.Equal(("The pack", "About it", "# Read", "aws", "https://example.com/repo"), (info.DisplayName, info.Description, info.Readme, info.Provider, info.Repository));
        Assert.Equal(["a", "b"], info.Tags);
        var policy = info.Policies[0];
        Assert.Equal(("R", "d", "do this", "https://example.com/r"), (policy.DisplayName, policy.Description, policy.RemediationSteps, policy.Url));
        Assert.Equal(["t"], policy.Tags);
        Assert.Equal(("CIS", "3.0", "1.2", "text"), (policy.Framework.Name, policy.Framework.Version, policy.Framework.Reference, policy.Framework.Specification));
        Assert.Equal("number", policy.ConfigSchema.Properties.Fields["n"].StructValue.Fields["type"].StringValue);
        Assert.Equal(["n"], policy.ConfigSchema.Required);
        Assert.Equal([PolicyType.Resource, PolicyType.Stack], info.Policies.Select(each => each.PolicyType));
    }

    [Fact]
    public async Task ReservedAndBadNames_AreRefusedAllAtOnce()
    {
        await using var server = await PackServer.StartAsync(_ => new PolicyPack
        {
            Name = "not good!", Version = "1 0",
            Policies =
            [
                Policies.Reporting("all"), Policies.Reporting("twice"), Policies.Reporting("twice"),
                new ResourceValidationPolicy { Name = "s", Description = "d", ConfigSchema = new PolicyConfigSchema(PropertyMap.Of(("enforcementLevel", PropertyMap.Empty), ("x", "text")), []) },
            ],
            InitialConfig = ImmutableDictionary<string, InitialConfig>.Empty.Add("stranger", new(EnforcementLevel.Disabled)),
        });

        var refused = await Assert.ThrowsAsync<RpcException>(() => server.ConfigureStackAsync());

        Assert.StartsWith("FIN6001", refused.Message, StringComparison.Ordinal);
        Assert.All(["not good!", "1 0", "'all'", "'twice'", "enforcementLevel", "'x'", "'stranger'"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RpcException>(() => server.AnalyzeAsync(PackServer.Resource()));
    }
}
