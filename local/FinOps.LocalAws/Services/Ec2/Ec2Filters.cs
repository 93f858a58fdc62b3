using FinOps.Core.Text;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

/// <summary>The filters of a Describe call: all of them must hold, each by any of its values, in which <c>*</c> and <c>?</c> stand for any text and any character.</summary>
internal sealed class Ec2Filters
{
    private readonly List<(string Name, IReadOnlyList<string> Values)> _filters;

    private Ec2Filters(List<(string, IReadOnlyList<string>)> filters) => _filters = filters;

    /// <exception cref="AwsError">InvalidParameterValue for a filter that the operation does not have.</exception>
    public static Ec2Filters Read(QueryInput input, Func<string, bool> known)
    {
        var filters = input.Items("Filter").Select(each => (Name: each.Required("Name"), Values: each.Texts("Value"))).ToList();
        foreach (var (name, _) in filters.Where(filter => !known(filter.Name)))
            throw Ec2Errors.InvalidValue($"The filter '{name}' is invalid");
        return new Ec2Filters(filters);
    }

    /// <param name="valuesOf">What a resource has under a filter's name; none when it has nothing.</param>
    public bool Match(Func<string, IEnumerable<string>> valuesOf) =>
        _filters.TrueForAll(filter => valuesOf(filter.Name).Any(value => filter.Values.Any(pattern => Wildcard.Matches(pattern, value, '?'))));
}
