using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>Secure strings are kept encrypted (AES-256-GCM); a key of the store stands for the one that KMS would use.</summary>
internal static class SecureValue
{
    private const string Keys = "ssm/keys";
    private const string KeyName = "secure-strings";
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <returns>Base64 of nonce, ciphertext and tag: what a caller reads who does not ask for decryption.</returns>
    public static string Encrypt(StoreSession session, string clear)
    {
        session.Add(Keys, KeyName, new JsonObject { ["Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize)) });
        var text = Encoding.UTF8.GetBytes(clear);
        var whole = new byte[NonceSize + text.Length + TagSize];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using var aes = new AesGcm(Key(session), TagSize);
        aes.Encrypt(whole.AsSpan(0, NonceSize), text, whole.AsSpan(NonceSize, text.Length), whole.AsSpan(NonceSize + text.Length));
        return Convert.ToBase64String(whole);
    }

    public static string Decrypt(StoreSession session, string secured)
    {
        var whole = Convert.FromBase64String(secured);
        var text = new byte[whole.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Key(session), TagSize);
        aes.Decrypt(whole.AsSpan(0, NonceSize), whole.AsSpan(NonceSize, text.Length), whole.AsSpan(NonceSize + text.Length), text);
        return Encoding.UTF8.GetString(text);
    }

    private static byte[] Key(StoreSession session) => Convert.FromBase64String((string)session.Get(Keys, KeyName)!["Key"]!);
}
