using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Access;

/// <summary>Who of the people may look at cost and at the reports, and that nobody else reads the reports.</summary>
public sealed record AccessSettings
{
    /// <summary>Whether readers get access. It takes a group, or principals where there is no IAM Identity Center.</summary>
    public bool Enabled { get; init; }

    /// <summary>The id of a group of IAM Identity Center; its people get a permission set for the management account.</summary>
    [Matches(@"([0-9a-f]{10}-)?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", "the id of a group", "90676f1a-1041-70b5-6b0c-2b1f8a3c4d5e")]
    public string? Group { get; init; }

    /// <summary>Without a group: who may assume the readers' role. <c>role/NAME</c>, <c>user/NAME</c> and <c>root</c> (whomever IAM lets) are of the management account.</summary>
    [Matches(@"(arn:aws:iam::\d{12}:)?(root|(role|user)/[\w+=,.@/-]{1,512})", "root, role/NAME, user/NAME or the ARN of one in another account", "role/finance")]
    [Items(0, 20, "principals", "Let them assume one role first.")]
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>How long a session lasts.</summary>
    [Between(1, 12, "hours")]
    public int SessionHours { get; init; } = 8;

    /// <summary>Whether the policy of the report bucket keeps out everybody but the readers, the functions and the break-glass principals.</summary>
    public bool ReadersOnly { get; init; } = true;

    /// <summary>Roles and users of the management account that may read the reports all the same; <c>*</c> is any text.</summary>
    [Matches(@"(role|user)/[\w+=,.@/*-]{1,512}", "role/NAME or user/NAME", "role/break-glass")]
    [Items(0, 20, "principals", "Use one role for all of them.")]
    public IReadOnlyList<string> BreakGlass { get; init; } = [];
}
