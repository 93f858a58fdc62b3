using FinOps.Core.Problems;

namespace FinOps.Infra.Settings;

/// <summary>Collects what is wrong with the stack config, below one path of it.</summary>
/// <param name="file">The file to name, <c>Pulumi.dev.yaml</c>.</param>
/// <param name="path">For example <c>finops:budgets</c>.</param>
/// <param name="list">Where all problems of the stack end up.</param>
/// <param name="hide">True when the values are secret: problems must not repeat them.</param>
public sealed class SettingsProblems(string file, string path, IList<Problem> list, bool hide = false)
{
    public string Path { get; } = path;

    public string File { get; } = file;

    public int Count => list.Count;

    /// <summary>The values here came encrypted.</summary>
    public bool IsHidden => hide;

    /// <summary>The same list, one step further down: a key, or <c>[2]</c> for an item of a list.</summary>
    public SettingsProblems At(string key) => new(File, Join(key), list, hide);

    /// <summary>The same place, with values that must not be repeated.</summary>
    public SettingsProblems Hidden() => new(File, Path, list, hide: true);

    /// <summary>Tells one mistake at this path.</summary>
    public void Add(string found, string allowed, string fix, string id = "FIN1101") =>
        list.Add(new Problem(id, File, Path, hide && found != "nothing" ? "a secret value" : found, allowed, fix));

    /// <summary>Takes over what a plan of FinOps.Core refuses.</summary>
    /// <returns>Null when it was refused.</returns>
    public T? Collect<T>(Func<T> plan)
        where T : class
    {
        try
        {
            return plan();
        }
        catch (ProblemException refused)
        {
            foreach (var problem in refused.Problems)
            {
                list.Add(problem);
            }

            return null;
        }
    }

    /// <exception cref="ProblemException">There is one, or there are several.</exception>
    public void ThrowIfAny()
    {
        if (list.Count > 0)
        {
            throw new ProblemException([.. list]);
        }
    }

    private string Join(string key) => key.StartsWith('[') || Path.Length == 0 ? Path + key : $"{Path}{(Path.EndsWith(':') ? "" : ".")}{key}";
}
