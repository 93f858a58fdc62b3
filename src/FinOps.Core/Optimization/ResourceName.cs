namespace FinOps.Core.Optimization;

/// <summary>
/// One resource under one name, however a source writes it: by id, by name or by ARN. Accounts and regions repeat names, and a database and a
/// function may share one, so all four parts count.
/// </summary>
/// <param name="Region">Empty while no source has told it.</param>
/// <param name="Type">For example <c>ec2:instance</c>. A part with a price of its own is a type of its own: <c>rds:db</c> and <c>rds:db-storage</c>.</param>
/// <param name="Id">For example <c>i-0abc</c>, or the name of a database.</param>
public readonly record struct ResourceName(string AccountId, string Region, string Type, string Id)
{
    /// <summary>
    /// The id at the end of an ARN; anything else is an id already.
    /// <code>
    /// arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc                                                    i-0abc
    /// arn:aws:lambda:eu-west-1:111122223333:function:orders:$LATEST                                         orders
    /// arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:4e2f:autoScalingGroupName/web             web
    /// arn:aws:ecs:eu-west-1:111122223333:service/main/orders                                                main/orders
    /// </code>
    /// </summary>
    public static string IdOf(string idOrArn)
    {
        if (idOrArn.Split(':', 6) is not ["arn", _, var service, _, _, var resource])
            return idOrArn;
        return service switch
        {
            "lambda" => resource.Split(':') is [_, var name, ..] ? name : resource,
            "autoscaling" => resource[(resource.LastIndexOf('/') + 1)..],
            _ => resource[(resource.IndexOfAny(['/', ':']) + 1)..],
        };
    }

    /// <summary>The region in an ARN; empty when it names none, or for an id.</summary>
    public static string RegionOf(string idOrArn) => idOrArn.Split(':', 6) is ["arn", _, _, var region, _, _] ? region : "";

    public override string ToString() => $"{AccountId}/{Region}/{Type}/{Id}";
}
