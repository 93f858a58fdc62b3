using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

internal static class Ec2Errors
{
    public static AwsError InvalidValue(string message) => new("InvalidParameterValue", message);

    public static AwsError Malformed(string id) => new("InvalidInstanceID.Malformed", $"Invalid id: \"{id}\" (expecting \"i-...\")");

    public static AwsError NotFound(IReadOnlyList<string> ids) => new("InvalidInstanceID.NotFound", ids is [var one]
        ? $"The instance ID '{one}' does not exist"
        : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static AwsError WrongState(string id, string verb) =>
        new("IncorrectInstanceState", $"The instance '{id}' is not in a state from which it can be {verb}.");

    public static AwsError SpotRequest(string id) =>
        new("UnsupportedOperation", $"You can't stop the Spot Instance '{id}' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests.");

    public static AwsError DryRun() => new("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
}
