using Amazon.ResourceGroupsTaggingAPI;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;

namespace FinOps.Functions.TagFixes;

/// <summary>Fixes in the caller's own account, and in member accounts through a role that the caller may assume and that may tag.</summary>
public static class MemberTagging
{
    /// <param name="role">Null when only resources of the own account are to be changed; fixes elsewhere then fail, each by itself.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: nobody says who the caller is.</exception>
    public static async Task<FixRun> RunAsync(IReadOnlyList<TagFix> fixes, bool apply, AwsConnection home, MemberSettings? role, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var identity = new AmazonSecurityTokenServiceClient(home.Credentials, home.Configure(new AmazonSecurityTokenServiceConfig()));
        var own = (await AwsFailure.TranslatingAsync("sts:GetCallerIdentity", home.Target,
            () => identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false)).Account;
        using var members = new MemberSessions(home, role, TagFixer.CommandName);
        return await TagFixer.RunAsync(fixes, apply, Connect, time, cancellationToken).ConfigureAwait(false);

        IAmazonResourceGroupsTaggingAPI? Connect(string account, string region)
        {
            if (account != own && role is null)
                return null;
            var connection = members.Connect(new MemberAccount(account, account, account == own), region);
            return new AmazonResourceGroupsTaggingAPIClient(connection.Credentials, connection.Configure(new AmazonResourceGroupsTaggingAPIConfig()));
        }
    }
}
