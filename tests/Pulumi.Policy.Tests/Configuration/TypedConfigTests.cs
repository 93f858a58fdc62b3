using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Policy.Configuration;
using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Configuration;

public sealed class TypedConfigTests
{
    public enum Size
    {
        Small,
        VeryLarge,
    }

    [Fact]
    public void From_Record_IsTheJsonSchema()
    {
        var schema = PolicyConfigSchema.From<Settings>();

        Assert.Equal(["names"], schema.Required.ToArray());
        Assert.Equal(
            """{"days":{"default":7,"maximum":30,"minimum":1,"type":"integer"},"limit":{"type":"number"},"names":{"items":{"type":"string"},"minItems":1,"type":"array"},"size":{"default":"veryLarge","enum":["small","veryLarge"],"type":"string"},"strict":{"default":false,"description":"Be strict","type":"boolean"}}""",
            PropertyJson.Masked.Write(schema.Properties).ToJsonString());
    }

    [Fact]
    public void From_TypeThatConfigurationCannotCarry_IsRefused() =>
        Assert.Contains("Bad.When", Assert.Throws<PolicyPackException>(PolicyConfigSchema.From<Bad>).Message, StringComparison.Ordinal);

    [Fact]
    public async Task GetConfig_ReadsTheRecord()
    {
        await using var server = await StartAsync();
        await server.ConfigureAsync(("p", Level.Advisory, PropertyMap.Of(("names", PropertyValue.Of(["a", "b"])), ("days", 3), ("size", "small"), ("limit", 1.5))));

        Assert.Equal("d\na+b 3 Small 1.5 False", Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics).Message);
    }

    [Fact]
    public async Task Configure_ValuesThatDoNotFit_AreRefusedTogetherBeforeAnyResource()
    {
        await using var server = await StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => server.ConfigureAsync(
            ("p", Level.Advisory, PropertyMap.Of(("dais", 3))), ("q", Level.Advisory, PropertyMap.Of(("names", PropertyValue.Of(["a"])), ("days", 31))), ("stranger", Level.Advisory, PropertyMap.Empty)));

        Assert.StartsWith("FIN6002", refused.Message, StringComparison.Ordinal);
        Assert.All(["dais", "names is required", "between 1 and 30", "'stranger'"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RpcException>(() => server.AnalyzeAsync(PackServer.Resource()));
    }

    [Fact]
    public async Task Configure_EntryAll_IsIgnored()
    {
        await using var server = await StartAsync();

        await server.ConfigureAsync(("all", Level.Mandatory, PropertyMap.Empty), ("p", Level.Disabled, PropertyMap.Empty), ("q", Level.Disabled, PropertyMap.Empty));

        Assert.Empty((await server.AnalyzeAsync(PackServer.Resource())).Diagnostics);
    }

    private static Task<PackServer> StartAsync() => PackServer.StartAsync(_ => PackServer.Pack(Policy("p"), Policy("q") with { EnforcementLevel = EnforcementLevel.Disabled }) with { RefuseUnknownPolicies = true });

    private static ResourceValidationPolicy Policy(string name) => new()
    {
        Name = name, Description = "d", ConfigSchema = PolicyConfigSchema.From<Settings>(),
        ValidateResource = args =>
        {
            var config = args.GetConfig<Settings>();
            args.Report(FormattableString.Invariant($"{string.Join("+", config.Names)} {config.Days} {config.Size} {config.Limit} {config.Strict}"));
        },
    };

    public sealed record Settings
    {
        [Required]
        [MinLength(1)]
        public IReadOnlyList<string> Names { get; init; } = [];

        [Range(1, 30)]
        public int Days { get; init; } = 7;

        public Size Size { get; init; } = Size.VeryLarge;

        public double? Limit { get; init; }

        [Description("Be strict")]
        public bool Strict { get; init; }
    }

    public sealed record Bad
    {
        public DateTime When { get; init; }
    }
}
