using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Mail identities and configuration sets.</summary>
public sealed class MessagingResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task MailIdentityAndConfigurationSet_WholeLife_AreAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var set = new ProviderDriver(provider, "aws:sesv2/configurationSet:ConfigurationSet", "reports");
        await set.CreateAsync(("configurationSetName", "reports"), ("sendingOptions", PropertyMap.Of(("sendingEnabled", true))));
        await set.Forgetting().CreateAsync(("configurationSetName", "reports"));
        var identity = new ProviderDriver(provider, "aws:sesv2/emailIdentity:EmailIdentity", "sender");
        var outputs = await identity.CreateAsync(("emailIdentity", "reports@example.com"), ("configurationSetName", "reports"));
        await identity.Forgetting().CreateAsync(("emailIdentity", "reports@example.com"));

        Assert.Equal($"arn:aws:ses:us-east-1:{aws.AccountId}:identity/reports@example.com", outputs.Text("arn"));
        Assert.Equal("EMAIL_ADDRESS", outputs.Text("identityType"));
        await identity.DeleteAsync();
        await set.DeleteAsync();
        await set.DeleteAsync();
        Assert.Null(await identity.ReadAsync());
    }
}
