namespace FinOps.LocalEngine.Problems;

/// <summary>The ids of everything the engine refuses; each has its page in docs/errors.</summary>
public static class ErrorIds
{
    public const string ProjectNotFound = "FIN3001";
    public const string ProjectInvalid = "FIN3002";
    public const string StackConfigInvalid = "FIN3003";
    public const string ConfigValueInvalid = "FIN3004";
    public const string WrongPassphrase = "FIN3005";
    public const string RequestInvalid = "FIN3006";
    public const string StateCorrupted = "FIN3010";
    public const string StateLocked = "FIN3011";
    public const string JournalMismatch = "FIN3012";
    public const string BuildFailed = "FIN3020";
    public const string ToolMissing = "FIN3021";
    public const string NodePackageMissing = "FIN3022";
    public const string ProgramFailed = "FIN3023";
    public const string NoProvider = "FIN3030";
    public const string ProviderConfigInvalid = "FIN3031";
    public const string InputsInvalid = "FIN3032";
    public const string ResourceTwice = "FIN3033";
    public const string UnknownResource = "FIN3034";
    public const string Unsupported = "FIN3035";
    public const string Protected = "FIN3036";
    public const string ProviderFailed = "FIN3037";
    public const string DefaultProviderDisabled = "FIN3038";
    public const string NotThere = "FIN3039";
    public const string PackNotStarted = "FIN3040";
    public const string PackInvalid = "FIN3041";
    public const string PolicyConfigInvalid = "FIN3042";
    public const string PackProjectInvalid = "FIN3043";
    public const string PackFailed = "FIN3044";
    public const string StackUnknown = "FIN3051";
    public const string VersionRequired = "FIN3052";
    public const string AwsUnreachable = "FIN3060";
    public const string AwsAccessDenied = "FIN3061";
    public const string AwsRefused = "FIN3062";
    public const string AwsBadCredentials = "FIN3063";
    public const string AwsNotApplied = "FIN3064";
    public const string AwsFunctionNotAnswered = "FIN3065";
    public const string AwsFileMissing = "FIN3066";
    public const string ListingInvalid = "FIN3070";
}
