using System.Security.Cryptography;
using System.Text;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// A type that no handler applies: nothing is called, the outputs are plausible. Enough for policies, references between resources and
/// state to be real; ids and ARNs are derived from the logical name, so they are the same on every run.
/// </summary>
internal sealed class SimulatedResource(AwsSession aws, ResourceType type) : IResourceHandler
{
    /// <summary>How AWS begins the ids of what is asked for most.</summary>
    private static readonly Dictionary<string, string> _idPrefixes = new(StringComparer.Ordinal)
    {
        ["aws:ebs/volume:Volume"] = "vol-",
        ["aws:ec2/eip:Eip"] = "eipalloc-",
        ["aws:ec2/instance:Instance"] = "i-",
        ["aws:ec2/internetGateway:InternetGateway"] = "igw-",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "lt-",
        ["aws:ec2/natGateway:NatGateway"] = "nat-",
        ["aws:ec2/routeTable:RouteTable"] = "rtb-",
        ["aws:ec2/securityGroup:SecurityGroup"] = "sg-",
        ["aws:ec2/subnet:Subnet"] = "subnet-",
        ["aws:ec2/vpc:Vpc"] = "vpc-",
    };

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        var id = call.Id.Length > 0 ? call.Id : NewId(call);
        var computed = PropertyMap.Empty;
        foreach (var (name, output) in type.Outputs)
            if (call.Inputs.Find(name) is null or NullValue && output.Head == "string" && Text(name, id, account, call) is { } text)
                computed = computed.Set(name, text);
        return new Applied(id, computed);
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => CreateAsync(call, cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken) => await CreateAsync(call, cancellationToken) with { FromStateOnly = true };

    private string NewId(ResourceCall call) =>
        _idPrefixes.TryGetValue(type.Token, out var prefix) ? prefix + Digits(call.Name, 17)
        : AutoNamer.NameProperty(type) is { } property && call.Inputs.TextOf(property) is { } name ? name
        : $"{Kebab(type.ClassName)}-{Digits(call.Name, 17)}";

    private string? Text(string name, string id, string account, ResourceCall call) => name switch
    {
        "arn" => Arn(type.Module, $"{Kebab(type.ClassName)}/{id}", account, call.Region),
        "id" or "keyId" or "allocationId" => id,
        "ownerId" or "accountId" or "registryId" or "catalogId" => account,
        "region" => call.Region,
        "availabilityZone" => call.Region + "a",
        _ when name.EndsWith("Arn", StringComparison.Ordinal) => Arn(type.Module, $"{Kebab(name[..^3])}/{id}", account, call.Region),
        _ when name.EndsWith("Id", StringComparison.Ordinal) => $"{Kebab(name[..^2])}-{Digits(call.Name + name, 17)}",
        _ when name.EndsWith("Name", StringComparison.Ordinal) && name.Contains("dns", StringComparison.OrdinalIgnoreCase) => $"{id}.{call.Region}.amazonaws.com",
        _ when name is "endpoint" or "address" || name.EndsWith("Endpoint", StringComparison.Ordinal) => $"{id}.{type.Module}.{call.Region}.amazonaws.com",
        _ when name.EndsWith("Url", StringComparison.Ordinal) || name == "url" => $"https://{type.Module}.{call.Region}.amazonaws.com/{account}/{id}",
        "name" => id,
        _ => null,
    };

    private static string Arn(string service, string resource, string account, string region) =>
        $"arn:{AwsSession.PartitionOf(region)}:{service}:{region}:{account}:{resource}";

    private string Digits(string seed, int count) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(type.Token + "|" + seed)))[..count];

    private static string Kebab(string name) => string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
