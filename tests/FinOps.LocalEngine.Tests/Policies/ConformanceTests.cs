// Long because the eleven upstream scenarios stand side by side, so that they can be compared with their source one by one.
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;
using Struct = Google.Protobuf.WellKnownTypes.Struct;

namespace FinOps.LocalEngine.Tests.Policies;

/// <summary>The eleven scenarios by which Pulumi tests policy SDKs, from the side of the engine: each run is a preview and an update.</summary>
public sealed class ConformanceTests : IDisposable
{
    private const string PreviewFails = "BAIL: step generator errored";

    private readonly TestStack _stack = new("policy");

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Simple_AdvisoryAndMandatory()
    {
        _stack.Add(Pack("simple", [Policy("truthiness", EnforcementLevel.Advisory, "Verifies properties are true"), Policy("falsiness", EnforcementLevel.Mandatory, "Verifies properties are false")], (request, policy, _) =>
            Value(request) is { } value && value == (policy == "truthiness") ? value ? "This is a test warning" : "This is a test error" : null));
        var (preview, update) = await RunAsync(async program =>
        {
            var first = await program.SimpleAsync("res1", true);
            await program.SimpleAsync("res2", !((BoolValue)first.Outputs["value"]).Value);
        });

        string[] expected =
        [
            $"Advisory {Res("res1")} truthiness: Verifies properties are true | This is a test warning",
            $"Mandatory {Res("res2")} falsiness: Verifies properties are false | This is a test error",
        ];
        Assert.Equal(expected, Violations(preview));
        Assert.Equal(expected, Violations(update));
        AssertPreviewFails(preview);
        AssertRefused(update, "res2");
        Assert.Equal(["res1"], _stack.Names);
    }

    [Fact]
    public async Task Config_ReachesThePolicy_AndTheNextRunReplacesIt()
    {
        TestPack Allowed() => Pack("config", [Policy("allowed", EnforcementLevel.Mandatory, "Verifies properties")], (request, _, config) =>
            Value(request) is { } value && config["value"] is BoolValue wanted && wanted.Value != value ? $"Property was {(value ? "true" : "false")}" : null);
        _stack.Add(Allowed(), """{"allowed":{"value":false}}""");
        var (preview, update) = await RunAsync(program => program.SimpleAsync("res", true));
        _stack.RemovePacks();
        _stack.Add(Allowed(), """{"allowed":{"value":true}}""");
        var (preview2, update2) = await RunAsync(program => program.SimpleAsync("res", false));

        Assert.Equal([$"Mandatory {Res("res")} allowed: Verifies properties | Property was true"], Violations(preview));
        Assert.Equal([$"Mandatory {Res("res")} allowed: Verifies properties | Property was false"], Violations(preview2));
        AssertPreviewFails(preview);
        AssertPreviewFails(preview2);
        AssertRefused(update, "res");
        AssertRefused(update2, "res");
        Assert.Empty(_stack.Names);
    }

    [Theory]
    [InlineData("""{"validator":{"value":false}}""", "names is required")]
    [InlineData("""{"validator":{"value":false,"names":[]}}""", "names: Array must have at least 1 items")]
    public async Task ConfigSchema_NotMet_StopsBeforeTheProgram(string config, string message)
    {
        var pack = SchemaPack();
        _stack.Add(pack, config);
        var ran = false;
        var (preview, update) = await RunAsync(_ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        foreach (var result in new[] { preview, update })
        {
            Assert.Equal(DeploymentOutcome.PolicyFailed, result.Outcome);
            var diagnostic = Assert.Single(result.Diagnostics);
            Assert.Equal($"validating policy config: config-schema 1.0.0  validator: {message}", diagnostic.Message);
            Assert.Contains("validating policy config", result.Failure, StringComparison.Ordinal);
        }

        Assert.False(ran);
        Assert.False(File.Exists(_stack.StateFile));
    }

    [Theory]
    [InlineData("resN", 0)]
    [InlineData("resY", 1)]
    public async Task ConfigSchema_Met_Runs(string name, int violations)
    {
        _stack.Add(SchemaPack(), "{\"validator\":{\"value\":false,\"names\":[\"" + name + "\"]}}");
        var (preview, update) = await RunAsync(async program =>
        {
            await program.SimpleAsync("resY", true);
            await program.SimpleAsync("resN", false);
        });

        Assert.Equal(DeploymentOutcome.Succeeded, preview.Outcome);
        Assert.Equal(DeploymentOutcome.Succeeded, update.Outcome);
        Assert.Equal(violations, preview.Violations.Length);
        Assert.Equal(violations, update.Violations.Length);
    }

    [Fact]
    public async Task DryRun_IsToldToThePack()
    {
        var dryRun = false;
        _stack.Add(Pack("dryrun", [Policy("dry", EnforcementLevel.Mandatory, "Verifies properties are true on dryrun")], (request, _, _) =>
            dryRun && Value(request) == false ? "This is a test error" : null, (stack, _) => dryRun = stack.DryRun));
        var (preview, update) = await RunAsync(async program =>
        {
            await program.SimpleAsync("res1", true);
            await program.SimpleAsync("res2", false);
        });

        Assert.Equal([$"Mandatory {Res("res2")} dry: Verifies properties are true on dryrun | This is a test error"], Violations(preview));
        AssertPreviewFails(preview);
        Assert.Equal(DeploymentOutcome.Succeeded, update.Outcome);
        Assert.Empty(update.Violations);
        Assert.Equal(["res1", "res2"], _stack.Names);
    }

    [Fact]
    public async Task EnforcementConfig_RaisesAndDisables()
    {
        TestPack Advisory() => Pack("enforcement-config", [Policy("false", EnforcementLevel.Advisory, "Verifies property is false")], (request, _, _) => Value(request) == true ? "Property was true" : null);
        Task Program(TestProgram program) => program.SimpleAsync("res", true);
        _stack.Add(Advisory());
        var (preview, update) = await RunAsync(Program);
        _stack.RemovePacks();
        _stack.Add(Advisory(), """{"false":{"enforcementLevel":"mandatory"}}""");
        var (preview2, update2) = await RunAsync(Program);
        _stack.RemovePacks();
        _stack.Add(Advisory(), """{"false":"disabled"}""");
        var (preview3, update3) = await RunAsync(Program);

        Assert.Equal([PolicyLevel.Advisory], preview.Violations.Select(violation => violation.Level));
        Assert.Equal(DeploymentOutcome.Succeeded, update.Outcome);
        Assert.Equal([PolicyLevel.Mandatory], preview2.Violations.Select(violation => violation.Level));
        AssertPreviewFails(preview2);
        AssertRefused(update2, "res");
        Assert.Empty(preview3.Violations);
        Assert.Equal(DeploymentOutcome.Succeeded, update3.Outcome);
    }

    [Fact]
    public async Task EnforcementConfig_All_SetsEveryLevelAndAnOwnEntryWins()
    {
        var pack = Pack("all", [Policy("one", EnforcementLevel.Advisory, "One"), Policy("two", EnforcementLevel.Advisory, "Two")], (_, _, _) => null);
        _stack.Add(pack, """{"all":"mandatory","two":"disabled"}""");
        await _stack.PreviewAsync(program => program.SimpleAsync("res", true));

        Assert.Equal(EnforcementLevel.Mandatory, pack.Config!.PolicyConfig["one"].EnforcementLevel);
        Assert.Equal(EnforcementLevel.Disabled, pack.Config.PolicyConfig["two"].EnforcementLevel);
    }

    /// <summary>Only the pack can tell a misspelt name from one that it wants; what it refuses must not be deployed past.</summary>
    [Fact]
    public async Task EnforcementConfig_NamesThatThePackDoesNotHave_AreRefusedByItBeforeTheProgram()
    {
        var pack = new TestPack
        {
            Info = new AnalyzerInfo { Name = "strict", Version = "1.0.0", SupportsConfig = true, Policies = { Policy("one", EnforcementLevel.Advisory, "One") } },
            OnConfigure = request => throw new RpcException(StatusCode.InvalidArgument, $"no policies: {string.Join(", ", request.PolicyConfig.Keys.Where(name => name != "one").Order())}"),
        };
        _stack.Add(pack, """{"all":"mandatory","oen":"disabled","tow":{"limit":3}}""");
        var result = await _stack.UpAsync(_ => throw new InvalidOperationException("must not run"));

        Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Contains("no policies: oen, tow", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, pack.Config!.PolicyConfig["tow"].Properties.Fields["limit"].NumberValue);
        Assert.Empty(result.Steps);
    }

    [Theory]
    [InlineData("all", "pack")]
    [InlineData("fine", "a pack with spaces")]
    public async Task Invalid_PackOrPolicyName_StopsBeforeTheProgram(string policy, string pack)
    {
        _stack.Add(Pack(pack, [Policy(policy, EnforcementLevel.Advisory, "x")], (_, _, _) => throw new InvalidOperationException("must not run")));
        var (preview, update) = await RunAsync(program => program.SimpleAsync("res1", true));

        Assert.All(new[] { preview, update }, result =>
        {
            Assert.Equal(DeploymentOutcome.Failed, result.Outcome);
            Assert.Equal("FIN3041", Assert.Single(result.Diagnostics).Problem!.Id);
            Assert.Empty(result.Steps);
        });
    }

    [Theory]
    [InlineData("""{"fixup":{"value":false}}""", 1, false)]
    [InlineData("""{"fixup":{"value":false,"enforcementLevel":"disabled"}}""", 0, true)]
    [InlineData("""{"fixup":{"value":false,"enforcementLevel":"advisory"}}""", 0, true)]
    public async Task Remediate_ChangesTheInputsBeforeTheyAreApplied(string config, int remediations, bool state)
    {
        PropertyMap? analyzed = null;
        _stack.Add(new TestPack
        {
            Info = new AnalyzerInfo { Name = "remediate", Version = "3.0.0", SupportsConfig = true, Policies = { Policy("fixup", EnforcementLevel.Remediate, "Sets property to config") } },
            Fix = (request, _, settings) => Value(request) is { } value && settings["value"] is BoolValue wanted && wanted.Value != value ? PropertyMap.Of(("value", wanted)) : null,
            Validate = (request, _, _) =>
            {
                analyzed = Value(request) is null ? analyzed : PropertyCodec.FromBytes(request.Properties);
                return null;
            },
        }, config);
        var (preview, update) = await RunAsync(program => program.SimpleAsync("res", true));

        Assert.All(new[] { preview, update }, result =>
        {
            Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
            Assert.Equal(remediations, result.Remediations.Length);
        });
        Assert.All(update.Remediations, remediation =>
        {
            Assert.Equal(("fixup", "remediate", "3.0.0", Res("res")), (remediation.Policy, remediation.Pack, remediation.PackVersion, remediation.Urn));
            Assert.Equal(PropertyMap.Of(("value", true)), remediation.Before);
            Assert.Equal(PropertyMap.Of(("value", false)), remediation.After);
        });
        var resource = _stack.State["resources"]!.AsArray().Single(item => (string)item!["type"]! == TestProgram.Simple)!;
        Assert.Equal(state, (bool)resource["outputs"]!["value"]!);
        Assert.Equal(PropertyMap.Of(("value", state)), analyzed ?? PropertyMap.Of(("value", state)));
    }

    [Fact]
    public async Task ResourceMetadata_ReachesThePack()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, AnalyzeRequest>();
        AnalyzeStackRequest? stack = null;
        _stack.Add(new TestPack
        {
            Info = new AnalyzerInfo { Name = "resource-metadata", Version = "1.0.0", SupportsConfig = true, Policies = { Policy("p", EnforcementLevel.Advisory, "p") } },
            Validate = (request, _, _) =>
            {
                seen[request.Name] = request;
                return null;
            },
            ValidateStack = request =>
            {
                stack = request;
                return [];
            },
        });
        await _stack.UpAsync(async program =>
        {
            var provider = await program.ResourceAsync("pulumi:providers:simple", "prov");
            await program.SimpleAsync("protected", true, request => request.Protect = true);
            await program.SimpleAsync("ignoreChanges", true, request => request.IgnoreChanges.Add("value"));
            await program.SimpleAsync("deleteBeforeReplace", true, request =>
            {
                request.DeleteBeforeReplace = true;
                request.DeleteBeforeReplaceDefined = true;
            });
            await program.SimpleAsync("secretOutput", true, request => request.AdditionalSecretOutputs.Add("value"));
            await program.SimpleAsync("customTimeouts", true, request => request.CustomTimeouts = new CustomTimeouts { Create = "5m" });
            await program.SimpleAsync("explicitProvider", true, request => request.Provider = $"{provider.Urn}::{provider.Id}");
            var parent = await program.SimpleAsync("parent", true);
            await program.SimpleAsync("child", true, request => request.Parent = parent.Urn);
            var dependency = await program.SimpleAsync("dependency", true);
            await program.SimpleAsync("dependsOn", true, request => request.Dependencies.Add(dependency.Urn));
            await program.SimpleAsync("propertyDependency", true, request =>
            {
                request.Dependencies.Add(dependency.Urn);
                request.PropertyDependencies.Add("value", new PropertyDependencies { Urns = { dependency.Urn } });
            });
        });

        Assert.True(seen["protected"].Options.Protect);
        Assert.Equal(["value"], seen["ignoreChanges"].Options.IgnoreChanges);
        Assert.True(seen["deleteBeforeReplace"].Options.DeleteBeforeReplace && seen["deleteBeforeReplace"].Options.DeleteBeforeReplaceDefined);
        Assert.Equal(["value"], seen["secretOutput"].Options.AdditionalSecretOutputs);
        Assert.Equal(300, seen["customTimeouts"].Options.CustomTimeouts.Create);
        Assert.Equal(("pulumi:providers:simple", "prov"), (seen["explicitProvider"].Provider.Type, seen["explicitProvider"].Provider.Name));
        Assert.Equal("default_2_0_0", seen["parent"].Provider.Name);
        Assert.EndsWith("::parent", seen["child"].Options.Parent, StringComparison.Ordinal);
        Assert.Equal($"urn:pulumi:test::policy::{TestProgram.Simple}${TestProgram.Simple}::child", seen["child"].Urn);
        // The stack, explicit and default providers are judged too.
        Assert.Superset(new HashSet<string> { "policy-test", "prov", "default_2_0_0" }, seen.Keys.ToHashSet());
        var resources = stack!.Resources.ToDictionary(resource => resource.Name);
        Assert.Contains(Res("dependency"), resources["dependsOn"].Dependencies);
        Assert.Equal([Res("dependency")], resources["propertyDependency"].PropertyDependencies["value"].Urns);
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task StackConfig_ShapesThePack(string wanted, bool value)
    {
        _stack.Request = request => request with { Config = request.Config.Add("policy:value", wanted) };
        _stack.Add(Pack("stack-config", [], (request, policy, _) => Value(request) is { } actual && policy != $"validate-{(actual ? "true" : "false")}" ? $"Property was {(actual ? "true" : "false")}" : null, (stack, info) =>
        {
            info.Policies.Clear();
            info.Policies.Add(Policy($"validate-{stack.Config["policy:value"]}", EnforcementLevel.Mandatory, $"Verifies property is {stack.Config["policy:value"]}"));
        }));
        var (preview, update) = await RunAsync(program => program.SimpleAsync("res", value));

        string[] expected = [$"Mandatory {Res("res")} validate-{wanted}: Verifies property is {wanted} | Property was {(value ? "true" : "false")}"];
        Assert.Equal(expected, Violations(preview));
        AssertPreviewFails(preview);
        AssertRefused(update, "res");
    }

    [Fact]
    public async Task StackTags_ReachThePack()
    {
        var pack = Pack("stack-tags", [], (_, _, _) => null);
        _stack.Request = request => request with { StackTags = request.StackTags.Add("value", "false") };
        _stack.Add(pack);
        await _stack.PreviewAsync(program => program.SimpleAsync("res", true));

        Assert.Equal("false", pack.Stack!.Tags["value"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task AnalyzeStack_SeesTheWholeAndFailsAfterTheFact(int extra)
    {
        TestPack? pack = null;
        pack = new TestPack
        {
            Info = new AnalyzerInfo { Name = "analyze-stack", Version = "1.0.0", SupportsConfig = true, Policies = { Policy("stack-size", EnforcementLevel.Mandatory, "Stack must contain at most one simple:index:Resource") } },
            ValidateStack = request => request.Resources.Count(resource => resource.Type == TestProgram.Simple) > 1 ? [pack!.Violation("stack-size", "Found an extra simple:index:Resource")] : [],
        };
        _stack.Add(pack);
        var (preview, update) = await RunAsync(async program =>
        {
            await program.SimpleAsync("res1", true);
            for (var i = 0; i < extra; i++)
            {
                await program.SimpleAsync($"res2-{i}", false);
            }
        });

        if (extra == 0)
        {
            Assert.All(new[] { preview, update }, result => Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome));
            return;
        }

        string[] expected = ["Mandatory urn:pulumi:test::policy::pulumi:pulumi:Stack::policy-test stack-size: Stack must contain at most one simple:index:Resource | Found an extra simple:index:Resource"];
        Assert.Equal(expected, Violations(preview));
        Assert.Equal(expected, Violations(update));
        AssertPreviewFails(preview);
        AssertPreviewFails(update);
        Assert.Equal(["res1", "res2-0"], _stack.Names);
    }

    /// <summary>A pack in which no policy runs as a remediation is spared the question, which costs as much as analyzing.</summary>
    [Theory]
    [InlineData(EnforcementLevel.Remediate, "Remediate policy-test")]
    [InlineData(EnforcementLevel.Mandatory)]
    public async Task Calls_ComeInTheOrderThatPacksExpect(EnforcementLevel level, params string[] remediate)
    {
        var pack = Pack("order", [Policy("p", level, "p")], (_, _, _) => null);
        _stack.Add(pack);
        await _stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["Handshake", "ConfigureStack", "GetPluginInfo", "GetAnalyzerInfo", "Configure", .. remediate, "Analyze policy-test", "AnalyzeStack", "Cancel"], pack.Calls);
    }

    [Fact]
    public async Task Pack_ThatThrows_StopsTheDeployment()
    {
        _stack.Add(Pack("broken", [Policy("p", EnforcementLevel.Advisory, "p")], (request, _, _) => request.Type == TestProgram.Simple ? throw new InvalidOperationException("p broke") : null));
        var result = await _stack.UpAsync(program => program.SimpleAsync("res", true));

        var problem = Assert.Single(result.Diagnostics).Problem!;
        Assert.Equal("FIN3044", problem.Id);
        Assert.Contains("p broke", problem.Found, StringComparison.Ordinal);
        Assert.Empty(_stack.Names);
    }

    [Fact]
    public async Task ConfigFile_WithMistakes_ListsThemAll()
    {
        _stack.Add(Pack("x", [], (_, _, _) => null), """{"a":"must","b":{"enforcementLevel":3},"c":7,"environments":["e"]}""");
        var result = await _stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(4, result.Diagnostics.Length);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("FIN3042", diagnostic.Problem!.Id));
    }

    [Fact]
    public async Task SecretsAndUnknowns_StayMarkedOnTheWire()
    {
        PropertyMap? analyzed = null;
        _stack.Add(Pack("wire", [Policy("p", EnforcementLevel.Advisory, "p")], (request, _, _) =>
        {
            analyzed = request.Type == TestProgram.Thing ? PropertyCodec.FromBytes(request.Properties) : analyzed;
            return null;
        }));
        await _stack.PreviewAsync(program => program.ThingAsync("a", PropertyMap.Of(("s", new SecretValue("x")), ("u", PropertyValue.Unknown), ("__internal", 1))));

        Assert.Equal(new SecretValue("x"), analyzed!["s"]);
        Assert.Equal(PropertyValue.Unknown, analyzed["u"]);
        Assert.False(analyzed.ContainsKey("__internal"));
    }

    private static PolicyInfo Policy(string name, EnforcementLevel level, string description) => new() { Name = name, EnforcementLevel = level, Description = description };

    private static TestPack Pack(
        string name, PolicyInfo[] policies, Func<AnalyzeRequest, string, PropertyMap, string?> validate, Action<AnalyzerStackConfigureRequest, AnalyzerInfo>? onStack = null) => new()
    {
        Info = new AnalyzerInfo { Name = name, Version = "1.0.0", SupportsConfig = true, Policies = { policies } },
        Validate = validate,
        OnStack = onStack ?? ((_, _) => { }),
    };

    private static TestPack SchemaPack()
    {
        var policy = Policy("validator", EnforcementLevel.Advisory, "Verifies property matches config");
        policy.ConfigSchema = new PolicyConfigSchema
        {
            Properties = Struct.Parser.ParseJson("""{"value":{"type":"boolean"},"names":{"type":"array","items":{"type":"string"},"minItems":1}}"""),
            Required = { "value", "names" },
        };
        return Pack("config-schema", [policy], (request, _, config) =>
            Value(request) is { } value && ((ListValue)config["names"]).Items.Contains(request.Name) && config["value"] is BoolValue wanted && wanted.Value != value
                ? $"Property was {(value ? "true" : "false")}" : null);
    }

    private static bool? Value(AnalyzeRequest request) =>
        request.Type == TestProgram.Simple && PropertyCodec.FromBytes(request.Properties).Find("value") is BoolValue value ? value.Value : null;

    private static IEnumerable<string> Violations(DeploymentResult result) => result.Violations
        .Select(violation => $"{violation.Level} {violation.Urn} {violation.Policy}: {violation.Message.Replace("\n", " | ", StringComparison.Ordinal)}")
        .Order();

    private static void AssertPreviewFails(DeploymentResult result)
    {
        Assert.Equal(DeploymentOutcome.PolicyFailed, result.Outcome);
        Assert.Equal(PreviewFails, result.Failure);
    }

    private string Res(string name) => _stack.Urn(name, TestProgram.Simple);

    private void AssertRefused(DeploymentResult result, string name)
    {
        Assert.Equal(DeploymentOutcome.PolicyFailed, result.Outcome);
        Assert.Equal($"BAIL: resource {Res(name)} is invalid", result.Failure);
    }

    private async Task<(DeploymentResult Preview, DeploymentResult Update)> RunAsync(Func<TestProgram, Task> program) =>
        (await _stack.PreviewAsync(program), await _stack.UpAsync(program));
}
