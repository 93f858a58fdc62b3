namespace FinOps.Core.Rollout.Impact;

/// <summary>Calls that are alike.</summary>
/// <param name="Principal">ARN of the user or role; "unknown" when the record does not say.</param>
/// <param name="Missing">The required keys that were not sent, or the statement that denies for another reason.</param>
/// <param name="Example">CloudTrail's id of the first of them, to look the call up.</param>
public sealed record ImpactGroup(string Account, string Principal, string Action, string Missing, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, string Example);

/// <summary>What a wave denies, or would deny, of the calls that its accounts made.</summary>
/// <param name="From">Calls before this moment are not looked at.</param>
/// <param name="Events">Calls that were looked at.</param>
/// <param name="Denied">Calls that the wave's service control policies deny.</param>
/// <param name="Unjudged">Calls of which the evaluator cannot say it.</param>
/// <param name="WithoutTags">Calls that could have carried request tags and did not.</param>
/// <param name="FailedAnyway">Calls that failed for another reason than permission; they are not judged.</param>
/// <param name="Denials">The denied calls by account, principal, action and missing key; most first. At most <see cref="BlastRadius.MaximumGroups"/>.</param>
/// <param name="Doubts">The calls that cannot be judged, in the same way.</param>
/// <param name="Silent">Accounts of the wave without any call: nothing is known of them.</param>
public sealed record WaveImpact(
    string Wave, DateTimeOffset From, long Events, long Denied, long Unjudged, long WithoutTags, long FailedAnyway,
    IReadOnlyList<ImpactGroup> Denials, IReadOnlyList<ImpactGroup> Doubts, IReadOnlyList<string> Silent);

/// <summary>The evidence by wave, and what was left out of it.</summary>
/// <param name="ByService">Calls that services made by themselves; no service control policy binds those.</param>
/// <param name="Elsewhere">Records of calls by another account: that account's own record counts.</param>
/// <param name="Unreached">Calls of accounts that no wave reaches, the management account included.</param>
/// <param name="OutsideTime">Calls before the time that is looked at.</param>
/// <param name="Repeated">Records that came twice.</param>
public sealed record ImpactReport(IReadOnlyList<WaveImpact> Waves, long ByService, long Elsewhere, long Unreached, long OutsideTime, long Repeated)
{
    public WaveImpact Of(string wave) => Waves.Single(each => each.Wave == wave);
}
