using Amazon.Common;

namespace Amazon.EC2.Model;

public class Filter
{
    public string? Name { get; set; }
    public List<string>? Values { get; set; }

    internal static void WriteTo(QueryForm form, List<Filter>? filters) => form.AddEach("Filter", filters, (name, filter) =>
    {
        form.Add($"{name}.Name", filter.Name);
        form.Add($"{name}.Value", filter.Values);
    });
}
