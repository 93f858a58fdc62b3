using System.Xml.Linq;

namespace House.Tests;

/// <summary>The arrows of the architecture: a room references what is listed for it and nothing else.</summary>
public sealed class WhoMayKnowWhomTests
{
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["sdk/Pulumi.Rpc"] = [],
        ["sdk/Pulumi"] = ["sdk/Pulumi.Rpc"],
        ["sdk/Pulumi.Aws.Generator"] = [],
        ["sdk/Pulumi.Aws"] = ["sdk/Pulumi", "sdk/Pulumi.Aws.Generator"],
        ["sdk/Pulumi.Policy"] = ["sdk/Pulumi.Rpc"],
        ["sdk/Pulumi.Policy.Aws"] = ["sdk/Pulumi.Policy", "sdk/Pulumi.Aws.Generator"],
        ["sdk/AWSSDK"] = [],
        ["sdk/Amazon.Lambda"] = [],
        ["src/FinOps.Core"] = [],
        ["src/FinOps.Functions"] = ["sdk/AWSSDK", "sdk/Amazon.Lambda", "src/FinOps.Core"],
        ["src/FinOps.Cli"] = ["local/FinOps.LocalAws", "local/FinOps.LocalEngine", "src/FinOps.Functions", "src/FinOps.Core"],
        ["local/FinOps.LocalEngine"] = ["sdk/Pulumi.Rpc"],
        ["local/FinOps.LocalAws"] = ["src/FinOps.Core"],
        ["infra"] = ["sdk/Pulumi", "sdk/Pulumi.Aws", "src/FinOps.Core"],
        ["policies"] = ["sdk/Pulumi.Policy", "sdk/Pulumi.Policy.Aws", "src/FinOps.Core"],
        ["eng/SchemaTool"] = [],
    };

    public static TheoryData<string> Rooms => [.. Projects().Select(project => project.Room)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void References_OfEveryRoom_AreTheOnesTheArchitectureAllows(string room)
    {
        Assert.True(_allowed.TryGetValue(room, out var allowed), $"{room} is a new room: say in this test, and in the architecture, whom it may know.");

        var (_, file) = Projects().Single(project => project.Room == room);

        Assert.Empty(References(file).Except(allowed));
    }

    [Fact]
    public void Sources_OfTheConsumers_NeverNameTheLocalRooms()
    {
        string[] consumers = ["infra/", "policies/", "src/FinOps.Functions/", "src/FinOps.Core/"];
        var offenders = RepositoryRoot.SourceFiles(".cs", ".razor")
            .Where(file => consumers.Any(consumer => RepositoryRoot.Relative(file).StartsWith(consumer, StringComparison.Ordinal)))
            .Where(file => File.ReadAllText(file).Contains("FinOps.Local", StringComparison.Ordinal))
            .Select(RepositoryRoot.Relative);

        Assert.Empty(offenders);
    }

    private static IEnumerable<(string Room, string File)> Projects() =>
        RepositoryRoot.SourceFiles(".csproj")
            .Where(file => !RepositoryRoot.Relative(file).StartsWith("tests/", StringComparison.Ordinal) && !RepositoryRoot.Relative(file).StartsWith("bench/", StringComparison.Ordinal) && !RepositoryRoot.Relative(file).StartsWith("samples/", StringComparison.Ordinal))
            .Select(file => (RepositoryRoot.Relative(Path.GetDirectoryName(file)!), file));

    private static IEnumerable<string> References(string project)
    {
        var xml = XDocument.Load(project);
        var folder = Path.GetDirectoryName(project)!;
        var direct = xml.Descendants("ProjectReference").Select(item => RepositoryRoot.Relative(Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, (string)item.Attribute("Include")!)))!));
        var sdk = xml.Descendants("SdkReference").SelectMany(item => ((string)item.Attribute("Include")!).Split(';')).Select(Room);
        return direct.Concat(sdk);
    }

    private static string Room(string sdkReference)
    {
        var targets = XDocument.Load(Path.Combine(RepositoryRoot.Path, "eng", "Sdk.targets"));
        var room = targets.Descendants("_Sdk").Single(item => (string?)item.Attribute("Update") == sdkReference).Attribute("Room")!.Value;
        return "sdk/" + Path.GetDirectoryName(room);
    }
}
