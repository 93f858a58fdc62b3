namespace FinOps.Infra.Reporting.Functions;

/// <summary>One function of the platform.</summary>
internal interface IPlatformFunction
{
    /// <summary>The handler's name.</summary>
    string Name { get; }

    /// <summary>Whether it writes into the report bucket.</summary>
    bool StoresReports { get; }

    /// <returns>Null when the settings turn it off.</returns>
    FunctionDeclaration? Declare(FunctionScope scope);
}
