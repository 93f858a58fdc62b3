using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Rds;

internal sealed class DatabaseReads(DatabaseStore store)
{
    public void Register(Action<string, Func<QueryInput, CallContext, IReadOnlyList<XElement>>> add)
    {
        add("DescribeDBInstances", (input, context) => Describe(input, context, "DBInstance", clusters: false, RdsErrors.NoInstance, ("db-instance-id", database => database.Name), ("db-cluster-id", database => database.Resource.Group ?? "")));
        add("DescribeDBClusters", (input, context) => Describe(input, context, "DBCluster", clusters: true, RdsErrors.NoCluster, ("db-cluster-id", database => database.Name)));
    }

    private List<XElement> Describe(
        QueryInput input, CallContext context, string kind, bool clusters, Func<string, AwsError> notFound, params (string Name, Func<Database, string> Of)[] filters)
    {
        var size = input.Integer("MaxRecords", 100);
        if (size is < 20 or > 100)
            throw RdsErrors.InvalidValue($"Invalid value {size} for MaxRecords. Must be between 20 and 100");
        var wanted = input.Members("Filters", "Filter").Select(filter => (Name: filter.Required("Name"), Values: filter.Texts("Values.Value"))).ToList();
        foreach (var (name, _) in wanted.Where(filter => filters.All(known => known.Name != filter.Name)))
            throw RdsErrors.InvalidValue($"Unrecognized filter name: {name}");

        var all = store.List(context, settle: true).Where(database => database.IsCluster == clusters).ToList();
        if (input.Optional($"{kind}Identifier") is { Length: > 0 } id)
            all = all.Where(database => database.Name == id || database.Resource.Live.Arn == id).ToList() is { Count: > 0 } found ? found : throw notFound(id);
        var (page, next) = Pager.Page(
            all.Where(database => wanted.TrueForAll(filter => filter.Values.Contains(filters.Single(known => known.Name == filter.Name).Of(database)))),
            database => database.Name, kind, input.Optional("Marker") is { Length: > 0 } marker ? marker : null, size, () => RdsErrors.InvalidValue("Invalid marker."));
        var output = new List<XElement> { new($"{kind}s", page.Select(database => clusters ? DatabaseXml.Cluster(database) : DatabaseXml.Instance(database))) };
        if (next is not null)
            output.Add(new XElement("Marker", next));
        return output;
    }
}
