using Pulumi.Policy.Values;

namespace FinOps.Policies.Rules;

/// <summary>Reads inputs along a path such as <c>targetParameters.tasks[].propagateTags</c>, in which <c>[]</c> is every item of a list.</summary>
internal static class InputPath
{
    /// <summary>The values at the end of the path. Where something on the way is absent there is none; the last may be absent itself.</summary>
    /// <exception cref="UnknownValueException">Something on the way is not known yet.</exception>
    public static IEnumerable<PolicyValue> Read(PolicyValue inputs, string path)
    {
        IEnumerable<PolicyValue> places = [inputs];
        foreach (var name in path.Split('.'))
        {
            places = places.Where(place => place.Exists).SelectMany(place =>
                name.EndsWith("[]", StringComparison.Ordinal) ? place[name[..^2]].Items() : [place[name]]);
        }

        return places;
    }
}
