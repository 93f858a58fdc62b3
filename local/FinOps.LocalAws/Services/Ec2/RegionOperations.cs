using System.Xml.Linq;
using FinOps.LocalAws.Regions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

internal static class RegionOperations
{
    private const string NotRequired = "opt-in-not-required";
    private const string NotOptedIn = "not-opted-in";

    private static readonly string[] FilterNames = ["endpoint", "opt-in-status", "region-name"];

    public static IReadOnlyList<XElement> Describe(QueryInput input, CallContext context)
    {
        var names = input.Texts("RegionName");
        var filters = Ec2Filters.Read(input, FilterNames.Contains);
        var all = AwsRegions.EnabledByDefault.Select(name => (Name: name, Status: NotRequired)).Concat(AwsRegions.NotOptedIn.Select(name => (Name: name, Status: NotOptedIn))).ToList();
        if (names.Where(name => all.TrueForAll(region => region.Name != name)).ToList() is { Count: > 0 } unknown)
            throw Ec2Errors.InvalidValue($"Invalid region names: [{string.Join(", ", unknown)}]");

        var everywhere = input.Optional("AllRegions") == "true";
        var regions = all
            .Where(region => names.Count == 0 ? everywhere || region.Status == NotRequired : names.Contains(region.Name))
            .Where(region => filters.Match(name => [name switch { "endpoint" => Endpoint(region.Name), "opt-in-status" => region.Status, _ => region.Name }]));
        return
        [
            new("regionInfo", regions.Select(region => new XElement("item",
                new XElement("regionName", region.Name),
                new XElement("regionEndpoint", Endpoint(region.Name)),
                new XElement("optInStatus", region.Status)))),
        ];
    }

    private static string Endpoint(string region) => $"ec2.{region}.amazonaws.com";
}
