using Amazon.Common;

namespace Amazon.RDS.Model;

public class Filter
{
    public string? Name { get; set; }
    public List<string>? Values { get; set; }

    internal static void WriteTo(QueryForm form, List<Filter>? filters) => form.AddEach("Filters.Filter", filters, (name, filter) =>
    {
        form.Add($"{name}.Name", filter.Name);
        form.Add($"{name}.Values.Value", filter.Values);
    });
}
