using System.Collections.Immutable;
using Pulumi.Policy;

namespace FinOps.Policies.Model;

/// <summary>One violation as a rule reports it.</summary>
/// <param name="Message">What is wrong, where, and what to write instead.</param>
/// <param name="Marks">
/// What is wrong in few words that stay the same as long as it is wrong: a missing key, the input with its value. Never a position in a
/// list, and never a number that may get better or worse. A baseline knows the violation while it knows each of them.
/// </param>
/// <param name="Resource">For rules about stacks: the resource it is about; null is the stack.</param>
public sealed record Finding(string Message, ImmutableArray<string> Marks, PolicyResource? Resource = null)
{
    public Finding(string message, string mark, PolicyResource? resource = null)
        : this(message, [mark], resource)
    {
    }
}
