using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

/// <summary>Base of every request of the Resource Groups Tagging API.</summary>
public abstract class AmazonResourceGroupsTaggingAPIRequest : AmazonWebServiceRequest;
