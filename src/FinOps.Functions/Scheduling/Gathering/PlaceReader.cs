using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling.Gathering;

/// <summary>Reads what can be switched in one place. What one service refuses does not hide what the others answer.</summary>
internal sealed class PlaceReader(SwitchRules rules, RequestMeter meter, Unread unread)
{
    /// <returns>Null when nothing at all could be read.</returns>
    public async Task<IReadOnlyList<SwitchableResource>?> ReadAsync(Place place, PlaceClients clients, CancellationToken cancellationToken)
    {
        var found = new List<SwitchableResource>();
        var read = 0;
        await Read("instances", () => Instances.ReadAsync(place, clients.Ec2, rules.ScheduleKey, meter, cancellationToken)).ConfigureAwait(false);
        await Read("databases", () => Databases.ReadAsync(place, clients.Rds, rules.ScheduleKey, meter, cancellationToken)).ConfigureAwait(false);
        await Read("Auto Scaling groups", () => Groups.ReadAsync(place, clients.AutoScaling, rules.ScheduleKey, meter, cancellationToken)).ConfigureAwait(false);
        return read == 0 ? null : found;

        async Task Read(string what, Func<Task<IReadOnlyList<SwitchableResource>>> ask)
        {
            try
            {
                found.AddRange(await ask().ConfigureAwait(false));
                read++;
            }
            catch (Exception failure) when (AwsFailure.IsAws(failure) || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                unread.Add(what, place.ToString(), failure);
            }
        }
    }
}
