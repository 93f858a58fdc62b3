namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Size and place of an account, drawn from the seed.</summary>
internal sealed record AccountProfile(AccountRole Role, string HomeRegion, string? SecondRegion, long ScalePerMille)
{
    private static readonly Dictionary<string, string> UsageTypePrefixes = new(StringComparer.Ordinal)
    {
        ["us-east-1"] = "",
        ["eu-west-1"] = "EU-",
        ["eu-central-1"] = "EUC1-",
    };

    public static AccountProfile Of(SyntheticAccount account, int seed)
    {
        var hash = StableHash.Of(seed, account.Id);
        var home = (hash % 100) switch { < 45 => "us-east-1", < 80 => "eu-west-1", _ => "eu-central-1" };
        var role = RoleOf(account);
        var second = role == AccountRole.Production && StableHash.Mix(hash) % 2 == 0
            ? home == "eu-central-1" ? "eu-west-1" : "eu-central-1"
            : null;
        var share = role switch
        {
            AccountRole.Production => 1_000L,
            AccountRole.Foundation => 500,
            AccountRole.Management => 400,
            AccountRole.NonProduction => 350,
            _ => 160,
        };
        var size = 500 + (long)(StableHash.Mix(hash + 1) % 1_100);
        return new AccountProfile(role, home, second, share * size / 1_000);
    }

    /// <summary>What usage types of the region begin with.</summary>
    public static string UsageTypePrefix(string region) => UsageTypePrefixes[region];

    private static AccountRole RoleOf(SyntheticAccount account) => account switch
    {
        { State: SyntheticAccountState.Suspended } => AccountRole.Sandbox,
        { Index: 0 } => AccountRole.Management,
        { Index: < AccountRoster.CoreAccounts } => AccountRole.Foundation,
        { Environment: "prod" } => AccountRole.Production,
        { Environment: "sandbox" } => AccountRole.Sandbox,
        _ => AccountRole.NonProduction,
    };
}
