using System.Xml.Linq;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Pages by Marker and MaxItems.</summary>
internal static class IamPaging
{
    public static IReadOnlyList<XElement> Page<T>(this QueryInput input, string scope, string member, IEnumerable<T> items, Func<T, string> key, Func<T, object> print)
    {
        var size = input.Integer("MaxItems", 100);
        if (size is < 1 or > 1000)
            throw IamErrors.Validation("1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value between 1 and 1000");
        var (page, next) = Pager.Page(items, key, scope, input.Optional("Marker"), size, () => IamErrors.Validation("Invalid Marker."));
        var output = new List<XElement>
        {
            new(member, page.Select(item => new XElement("member", print(item)))),
            new("IsTruncated", next is null ? "false" : "true"),
        };
        if (next is not null)
            output.Add(new XElement("Marker", next));
        return output;
    }
}
