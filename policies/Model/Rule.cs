using Pulumi.Policy;
using Pulumi.Policy.Configuration;

namespace FinOps.Policies.Model;

/// <summary>One rule of the pack: everything that a person reads about it. What it looks for is in its kind. Rules do no I/O.</summary>
public abstract class Rule
{
    private protected Rule()
    {
    }

    /// <summary>Stable for ever, for example <c>TAG001</c>; waivers and configuration name it.</summary>
    public abstract string Id { get; }

    /// <summary>A sentence in kebab case, for example <c>required-tag-missing</c>.</summary>
    public abstract string Name { get; }

    public abstract RuleCategory Category { get; }

    public virtual PolicySeverity Severity => Category.Severity();

    public virtual EnforcementLevel Level => Category.Level();

    /// <summary>First line of each violation: the rule as a demand.</summary>
    public abstract string Title { get; }

    public abstract string Why { get; }

    /// <summary>What a person does about a violation.</summary>
    public abstract string Fix { get; }

    public abstract RuleExamples Examples { get; }

    /// <summary>Whether it watches over waivers and the baseline themselves: then neither of them can silence it.</summary>
    public virtual bool IsAboutThePack => false;

    /// <summary>The page in the repository that explains the rule.</summary>
    public string DocUri => $"docs/rules/{Id}.md";

    /// <summary>The name by which engines and their configuration know the rule.</summary>
    public string PolicyName => $"{Id}-{Name}";

    /// <summary>The schema of a <see cref="RuleConfig"/>, or of one made from it with more to configure.</summary>
    public virtual PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<RuleConfig>();
}
