using System.Collections.Immutable;

namespace Pulumi.Tests.Configuration;

public sealed class ConfigTests
{
    private static readonly DeploymentConfig _config = new(
        new Dictionary<string, string>
        {
            ["proj:name"] = "n", ["proj:flag"] = "true", ["proj:bad"] = "True", ["proj:count"] = "12", ["proj:share"] = "0.5", ["proj:list"] = "[1,2]",
            ["proj:password"] = "hunter2", ["aws:region"] = "eu-west-1",
        }.ToImmutableDictionary(),
        ["proj:password"]);

    [Fact]
    public async Task Get_OfEachType_IsParsed() => await InRunAsync(() =>
    {
        var config = new Config();
        Assert.Equal("n", config.Get("name"));
        Assert.True(config.GetBoolean("flag"));
        Assert.Equal(12, config.RequireInt32("count"));
        Assert.Equal(0.5, config.RequireDouble("share"));
        Assert.Equal([1, 2], config.RequireObject<int[]>("list"));
        Assert.Null(config.Get("absent"));
        Assert.Null(config.GetInt32("absent"));
        Assert.Equal("eu-west-1", new Config("aws:config").Require("region"));
    });

    [Fact]
    public async Task Require_OfNothing_TellsTheCommand() => await InRunAsync(() =>
    {
        var e = Assert.Throws<RunException>(() => new Config().Require("absent"));
        Assert.Equal("Missing Required configuration variable 'proj:absent'\n\tplease set a value using the command `pulumi config set proj:absent <value>`", e.Message);
        Assert.Throws<RunException>(() => new Config().RequireObject<int[]>("absent"));
    });

    [Fact]
    public async Task Get_OfTheWrongType_TellsValueAndType() => await InRunAsync(() =>
    {
        Assert.Equal("Configuration 'proj:name' value 'n' is not a valid Int32", Assert.Throws<RunException>(() => new Config().GetInt32("name")).Message);
        Assert.Throws<RunException>(() => new Config().GetBoolean("bad"));
        Assert.Throws<RunException>(() => new Config().GetObject<int[]>("name"));
        Assert.DoesNotContain("hunter2", Assert.Throws<RunException>(() => new Config().GetSecretInt32("password")).Message, StringComparison.Ordinal);
    });

    [Fact]
    public async Task GetSecret_OfAnyKey_IsSecret() => await InRunAsync(async () =>
    {
        Assert.True(await Output.IsSecretAsync(new Config().RequireSecret("name")));
        Assert.True(await Output.IsSecretAsync(new Config().GetSecretInt32("count")!));
        Assert.Null(new Config().GetSecret("absent"));
    });

    [Fact]
    public async Task Get_OfASecretKey_Warns()
    {
        await using var engine = await new FakeEngine().StartAsync();
        await engine.RunAsync(() =>
        {
            new Config().Require("password");
            return Task.CompletedTask;
        }, _config);

        Assert.Contains(engine.Logs, log => log.Severity == Pulumirpc.LogSeverity.Warning && log.Message.Contains("use `GetSecret` instead of `Get`", StringComparison.Ordinal));
    }

    [Fact]
    public void FromEnvironment_OldKeysAndSecretKeys_AreNormalised()
    {
        var config = DeploymentConfig.FromEnvironment(name => name == "PULUMI_CONFIG" ? """{"a:config:b":"c"}""" : """["a:config:b"]""");

        Assert.Equal("c", config.Values["a:b"]);
        Assert.Contains("a:b", config.SecretKeys);
        Assert.Throws<InvalidOperationException>(() => DeploymentConfig.FromEnvironment(_ => "not json"));
        Assert.Empty(DeploymentConfig.FromEnvironment(_ => null).Values);
    }

    private static Task InRunAsync(Action test) => InRunAsync(() =>
    {
        test();
        return Task.CompletedTask;
    });

    private static async Task InRunAsync(Func<Task> test)
    {
        await using var engine = await new FakeEngine().StartAsync();
        Exception? failure = null;
        await engine.RunAsync(async () => failure = await Record.ExceptionAsync(test), _config);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
