using System.Security.Cryptography;

namespace FinOps.LocalAws.Credentials;

/// <summary>Random ids and secrets in the forms that AWS gives them.</summary>
internal static class KeyMaterial
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A unique id such as AKIA or AROA and sixteen or seventeen characters.</summary>
    public static string Id(string prefix, int length = 16) => prefix + RandomNumberGenerator.GetString(Base32, length);

    /// <summary>Forty characters, as AWS's secret access keys have.</summary>
    public static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));

    public static string SessionToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(96));
}
