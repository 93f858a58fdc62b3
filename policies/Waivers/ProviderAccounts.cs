using Pulumi.Policy;

namespace FinOps.Policies.Waivers;

/// <summary>The accounts that a resource's provider says it deploys to: <c>allowedAccountIds</c>, and the roles it assumes. Policies see no credentials.</summary>
internal static class ProviderAccounts
{
    public static IReadOnlyCollection<string> Of(PolicyResource? resource)
    {
        if (resource?.Provider is not { } provider)
        {
            return [];
        }

        var (allowed, roles) = (provider.Property("allowedAccountIds"), provider.Property("assumeRoles"));
        return
        [
            .. (allowed.IsUnknown ? [] : allowed.Items()).Where(item => !item.IsUnknown).Select(item => item.AsString()).OfType<string>(),
            // arn:aws:iam::111122223333:role/deploy
            .. (roles.IsUnknown ? [] : roles.Items()).Select(role => role["roleArn"]).Where(arn => !arn.IsUnknown)
                .Select(arn => arn.AsString()?.Split(':').ElementAtOrDefault(4)).OfType<string>(),
        ];
    }
}
