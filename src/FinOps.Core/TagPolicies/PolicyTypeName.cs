namespace FinOps.Core.TagPolicies;

/// <summary>A resource type as tag policies name it: <c>ec2:instance</c>, <c>secretsmanager:ALL_SUPPORTED</c>.</summary>
/// <param name="Type">Null for every type of the service.</param>
public readonly record struct PolicyTypeName(string Service, string? Type)
{
    /// <summary>True when this name stands for the other one too.</summary>
    public bool Covers(PolicyTypeName other) => Service == other.Service && (Type is null || Type == other.Type);

    public static bool TryParse(string text, out PolicyTypeName name)
    {
        // states:stateMachine, appmesh:mesh/virtualRouter/route, secretsmanager:ALL_SUPPORTED, redshift:*
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (service, type) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        var every = type is PolicyWords.AllSupported or "*";
        name = new PolicyTypeName(service, every ? null : type);
        return service.Length > 0 && service.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && (every || type.Split('/').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')));
    }

    public override string ToString() => $"{Service}:{Type ?? PolicyWords.AllSupported}";
}
