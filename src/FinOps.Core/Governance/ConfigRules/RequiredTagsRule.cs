using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Governance.ConfigRules;

/// <summary>
/// One organization rule of the managed rule REQUIRED_TAGS: it finds resources that have a required key not at all or with a value that is
/// not listed. It knows neither patterns nor keys that are required only sometimes.
/// </summary>
/// <param name="Name">Stable: made of the first key in it.</param>
/// <param name="InputParameters">Minified JSON, at most <see cref="MaxParameterCharacters"/> characters.</param>
/// <param name="ResourceTypes">What it evaluates, as AWS Config names types.</param>
public sealed record RequiredTagsRule(string Name, string InputParameters, ImmutableArray<string> ResourceTypes)
{
    public const string Identifier = "REQUIRED_TAGS";

    /// <summary>The rule has the parameters tag1Key to tag6Key.</summary>
    public const int MaxKeys = 6;

    /// <summary>PutOrganizationConfigRule takes no more (AWS Config API reference).</summary>
    public const int MaxParameterCharacters = 1_024;

    /// <summary>As few rules as the limits allow; keys that hold for other types stand in other rules.</summary>
    /// <param name="file">How problems name where the rule is asked for.</param>
    /// <param name="path">Likewise, for example <c>finops:governance.configRule</c>.</param>
    /// <exception cref="ProblemException">The values of a key do not fit into a rule (FIN2068).</exception>
    public static ImmutableArray<RequiredTagsRule> Of(TagStandard standard, string file, string path)
    {
        var problems = new List<Problem>();
        var rules = new List<RequiredTagsRule>();
        foreach (var group in standard.Keys.Where(key => key.Required).GroupBy(key => string.Join(',', TypesOf(key)), StringComparer.Ordinal).Where(group => group.Key.Length > 0))
        {
            var chunk = new List<TagKeyRule>();
            foreach (var key in group)
            {
                if (RequiredTagsParameters.Write([key]).Length > MaxParameterCharacters)
                {
                    problems.Add(new Problem("FIN2068", file, path, $"{key.Values.Length} values of {key.Name}, in more than {MaxParameterCharacters} characters", $"at most {MaxParameterCharacters} characters in one rule", "Set configRule: false; the tag policy reports these values too."));
                }
                else if (chunk.Count == MaxKeys || RequiredTagsParameters.Write([.. chunk, key]).Length > MaxParameterCharacters)
                {
                    rules.Add(Make(chunk));
                    chunk = [key];
                }
                else
                {
                    chunk.Add(key);
                }
            }

            if (chunk.Count > 0)
            {
                rules.Add(Make(chunk));
            }
        }

        return problems.Count == 0 ? [.. rules] : throw new ProblemException(problems);
    }

    private static RequiredTagsRule Make(List<TagKeyRule> keys) =>
        new($"finops-required-tags-{string.Concat(keys[0].Name.Where(char.IsAsciiLetterOrDigit).Take(40))}", RequiredTagsParameters.Write(keys), TypesOf(keys[0]));

    /// <summary>A type that stands for several Pulumi types is left out unless the key holds for all of them.</summary>
    private static ImmutableArray<string> TypesOf(TagKeyRule key) => [.. ConfigType.All.Where(type => type.Types.All(key.Applies)).Select(type => type.Name)];
}
