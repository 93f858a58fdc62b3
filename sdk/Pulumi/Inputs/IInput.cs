namespace Pulumi;

/// <summary>An input whose type is not known where it is read.</summary>
internal interface IInput
{
    /// <summary>The whole value with the bits of all its parts joined.</summary>
    IOutput ToUntypedOutput();

    /// <summary>What the wire is written from: lists and maps give their elements one by one, so an unknown or secret element stays local.</summary>
    IOutput ToWireOutput();
}
