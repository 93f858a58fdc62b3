using System.Text.Json.Nodes;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Listings;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Listings;

/// <summary>Packs judge what a file lists as they judge it in a deployment.</summary>
public sealed class ListingAnalysisTests : IDisposable
{
    private readonly TestStack _stack = new();
    private readonly List<AnalyzeRequest> _seen = [];
    private readonly List<AnalyzerResource> _stackSeen = [];
    private readonly TestPack _pack;

    public ListingAnalysisTests()
    {
        _pack = new TestPack
        {
            Info = new AnalyzerInfo
            {
                Name = "pack",
                Version = "1.0.0",
                SupportsConfig = true,
                Policies =
                {
                    new PolicyInfo { Name = "red", Description = "Red is not allowed", EnforcementLevel = EnforcementLevel.Mandatory, Tags = { "taste" }, RemediationSteps = "Take blue", Url = "docs/red.md", DisplayName = "R1 red" },
                    new PolicyInfo { Name = "many", Description = "One is enough", EnforcementLevel = EnforcementLevel.Advisory },
                },
            },
            Validate = (request, policy, _) =>
            {
                lock (_seen)
                {
                    _seen.Add(request);
                }

                return policy == "red" && PropertyCodec.FromBytes(request.Properties).Text("color") == "red" ? $"{request.Name} is red" : null;
            },
            ValidateStack = request =>
            {
                _stackSeen.AddRange(request.Resources);
                return [_pack!.Violation("many", "there are many", "urn:pulumi:elsewhere::x::a:b:C::d")];
            },
        };
        _stack.Add(_pack);
    }

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Judge_StateAndPlan_GiveTheVerdictOfTheDeploymentWithItsLines()
    {
        var file = _stack.Write("src/Program.cs", "");
        var position = new SourcePosition { Uri = new Uri(file).AbsoluteUri, Line = 12, Column = 5 };
        async Task Program(TestProgram program)
        {
            var shelf = await program.ComponentAsync("my:index:Shelf", "shelf");
            await program.ThingAsync("a", PropertyMap.Of(("color", "red"), ("secret", new SecretValue("hush"))), request => (request.SourcePosition, request.Parent) = (position, shelf.Urn));
            await program.ThingAsync("b", PropertyMap.Of(("color", "blue")));
        }

        _stack.RemovePacks();
        await _stack.UpAsync(Program);
        _stack.Add(_pack);
        var preview = await _stack.PreviewAsync(Program);
        var plan = _stack.Write("plan.json", DeploymentJson.Write(preview));
        Reset();

        var state = await JudgeAsync(ListingKind.State, _stack.StateFile);
        Assert.Equal(Facts(preview.Violations), Facts(state.Violations));
        Assert.Equal("project:///src/Program.cs#12,5", Assert.Single(state.Violations, violation => violation.Policy == "red").SourcePosition);
        Assert.Equal("urn:pulumi:test::demo::pulumi:pulumi:Stack::demo-test", Assert.Single(state.Violations, violation => violation.Policy == "many").Urn);
        Assert.Equal(("demo", "test", true), (_pack.Stack!.Project, _pack.Stack.Stack, _pack.Stack.DryRun));
        Assert.DoesNotContain("hush", string.Concat(_seen), StringComparison.Ordinal);
        var shelf = _stack.Urn("shelf", "my:index:Shelf");
        Assert.Equal(shelf, _seen.First(request => request.Name == "a").Options.Parent);
        Assert.Equal("pulumi:providers:test", _seen.First(request => request.Name == "a").Provider.Type);
        Assert.Equal(shelf, Assert.Single(_stackSeen, resource => resource.Name == "a").Parent);

        Reset();
        var planned = await JudgeAsync(ListingKind.Plan, plan);
        Assert.Equal(Facts(preview.Violations), Facts(planned.Violations));
        Assert.Equal(preview.Steps.Length, planned.Resources);
        Assert.DoesNotContain("hush", string.Concat(_seen), StringComparison.Ordinal);

        var rule = Assert.Single(planned.Rules, rule => rule.Name == "red");
        Assert.Equal(("R1 red", "taste", "Take blue", "docs/red.md", PolicyLevel.Mandatory), (rule.DisplayName, rule.Tags[0], rule.Fix, rule.Url, rule.Level));
    }

    [Fact]
    public async Task Judge_ForeignPreview_LeavesOutWhatGoesAndTakesTheLastWordOfAReplacement()
    {
        var plan = _stack.Write("plan.json", """
            {"config":{"demo:color":"blue","demo:key":"[secret]"},"steps":[
              {"op":"create","urn":"urn:pulumi:test::demo::test:index:Thing::new","newState":{"urn":"urn:pulumi:test::demo::test:index:Thing::new","custom":true,"type":"test:index:Thing","inputs":{"color":"red","owner":"[secret]"}}},
              {"op":"create-replacement","urn":"urn:pulumi:test::demo::test:index:Thing::moved","newState":{"urn":"urn:pulumi:test::demo::test:index:Thing::moved","custom":true,"type":"test:index:Thing","inputs":{"color":"red"}}},
              {"op":"replace","urn":"urn:pulumi:test::demo::test:index:Thing::moved","newState":{"urn":"urn:pulumi:test::demo::test:index:Thing::moved","custom":true,"type":"test:index:Thing","inputs":{"color":"red"}}},
              {"op":"delete","urn":"urn:pulumi:test::demo::test:index:Thing::gone","oldState":{"urn":"urn:pulumi:test::demo::test:index:Thing::gone","custom":true,"type":"test:index:Thing"}},
              {"op":"read","urn":"urn:pulumi:test::demo::test:index:Thing::read","newState":{"urn":"urn:pulumi:test::demo::test:index:Thing::read","custom":true,"external":true,"id":"i","type":"test:index:Thing","inputs":{"color":"red"}}}]}
            """);

        var verdict = await JudgeAsync(ListingKind.Plan, plan);

        Assert.Equal(["moved", "new"], verdict.Violations.Where(violation => violation.Policy == "red").Select(violation => violation.Urn.Split("::")[3]).Order());
        Assert.Equal(["moved", "new", "read"], _stackSeen.Select(resource => resource.Name).Order());
        // What the preview masked is an unknown secret, not a text that says so.
        Assert.DoesNotContain("[secret]", string.Concat(_seen.Select(request => PropertyCodec.ToStruct(PropertyCodec.FromBytes(request.Properties)))), StringComparison.Ordinal);
        Assert.Equal("red", PropertyCodec.FromBytes(_stackSeen.Single(resource => resource.Name == "new").Properties).Text("color"));
        Assert.Equal(["demo:color"], _pack.Stack!.Config.Keys);
    }

    [Fact]
    public async Task Judge_CheckpointOrUncoveredState_IsReadAndItsSecretsStayOut()
    {
        var secret = new JsonObject { ["4dabf18193072939515e22adb298388d"] = "1b47061264138c4ac30d75fd1eb44270", ["plaintext"] = "\"hush\"" };
        var resource = new JsonObject { ["urn"] = _stack.Urn("a"), ["custom"] = true, ["type"] = "test:index:Thing", ["inputs"] = new JsonObject { ["color"] = "red", ["key"] = secret } };
        var gone = new JsonObject { ["urn"] = _stack.Urn("b"), ["custom"] = true, ["type"] = "test:index:Thing", ["delete"] = true, ["inputs"] = new JsonObject { ["color"] = "red" } };
        var file = _stack.Write("checkpoint.json", new JsonObject
        {
            ["version"] = 3,
            ["checkpoint"] = new JsonObject { ["stack"] = "organization/demo/test", ["latest"] = new JsonObject { ["resources"] = new JsonArray(resource, gone) } },
        }.ToJsonString());

        var verdict = await JudgeAsync(ListingKind.State, file);

        Assert.Equal(_stack.Urn("a"), Assert.Single(verdict.Violations, violation => violation.Policy == "red").Urn);
        Assert.Equal(1, verdict.Resources);
        Assert.DoesNotContain("hush", string.Concat(_seen) + string.Concat(_stackSeen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ListingKind.State, "{", "text that is not JSON")]
    [InlineData(ListingKind.State, "[]", "not an object")]
    [InlineData(ListingKind.State, """{"steps":[]}""", "as a plan")]
    [InlineData(ListingKind.State, """{"version":1}""", "version")]
    [InlineData(ListingKind.State, """{"version":3}""", "deployment")]
    [InlineData(ListingKind.State, """{"version":3,"deployment":{"resources":{}}}""", "resources")]
    [InlineData(ListingKind.State, """{"version":3,"deployment":{"resources":[{"urn":7}]}}""", "deployment.resources[0]")]
    [InlineData(ListingKind.Plan, """{"version":3,"deployment":{}}""", "as a state")]
    [InlineData(ListingKind.Plan, "{}", "steps")]
    [InlineData(ListingKind.Plan, """{"steps":["x"]}""", "steps[0]")]
    [InlineData(ListingKind.Plan, """{"steps":[{"op":"create","newState":{"urn":"u","type":"t"}}]}""", "'u' is not a URN")]
    public async Task Judge_WrongFile_SaysWhatWasFoundAndExpected(ListingKind kind, string text, string expected)
    {
        var file = _stack.Write("list.json", text);

        var failure = await Assert.ThrowsAsync<EngineException>(() => JudgeAsync(kind, file));

        var problem = Assert.Single(failure.Problems);
        Assert.Equal(ErrorIds.ListingInvalid, problem.Id);
        Assert.Contains(expected, problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(kind == ListingKind.State ? "stack export" : "preview --json", problem.Allowed, StringComparison.Ordinal);
        Assert.Empty(_pack.Calls);
    }

    [Fact]
    public async Task Judge_SeveralMistakes_ListsThemAll()
    {
        var file = _stack.Write("list.json", """
            {"version":3,"deployment":{"resources":[
              {"urn":"urn:pulumi:test::demo::a:b:C::x","type":"a:b:C"},
              {"urn":"bad","type":"a:b:C"},
              {"urn":"urn:pulumi:prod::demo::a:b:C::y","type":"a:b:C"}]}}
            """);

        var failure = await Assert.ThrowsAsync<EngineException>(() => JudgeAsync(ListingKind.State, file));

        Assert.Equal(["deployment.resources[1]", "urn:pulumi:prod::demo::a:b:C::y"], failure.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task Judge_NoFile_SaysSo() =>
        Assert.Contains("no such file", (await Assert.ThrowsAsync<EngineException>(() => JudgeAsync(ListingKind.State, Path.Combine(_stack.Directory, "none.json")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Judge_PackConfigThatDoesNotFit_IsRefusedWithItsId()
    {
        _stack.RemovePacks();
        _stack.Add(_pack, """{"red":"sometimes"}""");

        var failure = await Assert.ThrowsAsync<EngineException>(() => JudgeAsync(ListingKind.State, _stack.Write("s.json", """{"version":3,"deployment":{}}""")));

        Assert.Equal(ErrorIds.PolicyConfigInvalid, Assert.Single(failure.Problems).Id);
    }

    private static IEnumerable<string> Facts(IEnumerable<PolicyViolation> violations) =>
        violations.Select(violation => $"{violation.Policy} {violation.Level} {violation.Urn} {violation.SourcePosition} {violation.Message}").Order(StringComparer.Ordinal);

    private void Reset()
    {
        _seen.Clear();
        _stackSeen.Clear();
    }

    private Task<ListingVerdict> JudgeAsync(ListingKind kind, string file) => _stack.JudgeAsync(new ResourceListing(kind, file));
}
