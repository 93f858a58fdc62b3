namespace FinOps.Core.Inventory;

/// <summary>A resource as it is now, in the account and region in which it was found.</summary>
/// <param name="Region">"global" for what belongs to no region.</param>
/// <param name="Type">As the Resource Groups Tagging API filters it: <c>ec2:instance</c>, <c>s3</c>, <c>dynamodb:table</c>.</param>
/// <param name="Tags">By key, letter case kept; empty for a resource without tags.</param>
public sealed record LiveResource(string Arn, string AccountId, string Region, string Type, IReadOnlyDictionary<string, string> Tags);
