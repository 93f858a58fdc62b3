namespace Amazon.Common;

/// <summary>Lets the JSON converter make an AWS constant without reflection.</summary>
internal interface IConstant<TSelf>
{
    static abstract TSelf Of(string value);
}
