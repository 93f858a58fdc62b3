using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

/// <summary>Starts and stops instances: all that a call names, or none of them.</summary>
internal sealed class InstanceSwitch(InstanceStore store)
{
    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("StartInstances", (input, context) => Switch(input, context, CheckStart, InstanceState.Pending, InstanceState.Running));
        add("StopInstances", (input, context) => Switch(input, context, CheckStop, InstanceState.Stopping, InstanceState.Stopped));
    }

    private IReadOnlyList<XElement> Switch(QueryInput input, CallContext context, Action<Instance> check, InstanceState begun, InstanceState done)
    {
        var ids = input.Texts("InstanceId");
        if (ids.Count == 0)
            throw new AwsError("MissingParameter", "The request must contain the parameter InstanceId");
        var chosen = InstanceReads.Chosen(store.List(context, settle: false), ids).ToList();
        foreach (var instance in chosen)
            check(instance);
        if (input.Optional("DryRun") == "true")
            throw Ec2Errors.DryRun();
        store.Put(context, chosen.Where(instance => instance.State != done && instance.State != begun), begun);
        return
        [
            new("instancesSet", chosen.Select(instance => new XElement("item",
                new XElement("instanceId", instance.Id),
                InstanceReads.State("currentState", instance.State == done ? done : begun),
                InstanceReads.State("previousState", instance.State)))),
        ];
    }

    private static void CheckStart(Instance instance)
    {
        if (instance.State == InstanceState.Stopping || instance.State == InstanceState.Terminated)
            throw Ec2Errors.WrongState(instance.Id, "started");
    }

    private static void CheckStop(Instance instance)
    {
        if (instance.State == InstanceState.Pending || instance.State == InstanceState.Terminated)
            throw Ec2Errors.WrongState(instance.Id, "stopped");
        if (instance.IsSpot)
            throw Ec2Errors.SpotRequest(instance.Id);
    }
}
