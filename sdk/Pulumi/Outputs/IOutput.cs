namespace Pulumi;

/// <summary>An output whose type is not known where it is read.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
