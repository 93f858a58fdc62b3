using System.Security.Cryptography;
using System.Text;

namespace FinOps.LocalEngine.Secrets;

/// <summary>
/// Pulumi's passphrase secrets provider: PBKDF2-SHA256 with 1,000,000 rounds over an 8-byte salt gives an AES-256-GCM key.
/// A ciphertext reads <c>v1:NONCE:CIPHERTEXT+TAG</c>, the salt <c>v1:SALT:</c> followed by the ciphertext of the word "pulumi".
/// </summary>
internal sealed class PassphraseKey
{
    private const string Check = "pulumi";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;

    private PassphraseKey(byte[] key, string salt)
    {
        _key = key;
        Salt = salt;
    }

    /// <summary>What the state and the stack config store; holds nothing secret.</summary>
    public string Salt { get; }

    public static PassphraseKey Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(8);
        var key = Derive(passphrase, salt);
        return new PassphraseKey(key, $"v1:{Convert.ToBase64String(salt)}:{Encrypt(key, Check)}");
    }

    /// <exception cref="FormatException"><paramref name="salt"/> is not of the form above.</exception>
    /// <exception cref="CryptographicException">The passphrase is another one.</exception>
    public static PassphraseKey Open(string passphrase, string salt)
    {
        var parts = salt.Split(':', 3);
        if (parts is not ["v1", _, _])
        {
            throw new FormatException("a salt starts with 'v1:'");
        }

        var key = Derive(passphrase, Convert.FromBase64String(parts[1]));
        return Decrypt(key, parts[2]) == Check ? new PassphraseKey(key, salt) : throw new CryptographicException("the check word differs");
    }

    public string Encrypt(string plaintext) => Encrypt(_key, plaintext);

    /// <exception cref="FormatException">Not a ciphertext.</exception>
    /// <exception cref="CryptographicException">Made with another key, or damaged.</exception>
    public string Decrypt(string ciphertext) => Decrypt(_key, ciphertext);

    private static byte[] Derive(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, 1_000_000, HashAlgorithmName.SHA256, 32);

    private static string Encrypt(byte[] key, string plaintext)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var clear = Encoding.UTF8.GetBytes(plaintext);
        var sealedBytes = new byte[clear.Length + TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, clear, sealedBytes.AsSpan(0, clear.Length), sealedBytes.AsSpan(clear.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedBytes)}";
    }

    private static string Decrypt(byte[] key, string ciphertext)
    {
        if (ciphertext.Split(':') is not ["v1", var nonce, var body])
        {
            throw new FormatException("a ciphertext reads v1:NONCE:TEXT");
        }

        var sealedBytes = Convert.FromBase64String(body);
        if (sealedBytes.Length < TagSize)
        {
            throw new FormatException("the ciphertext is too short");
        }

        var clear = new byte[sealedBytes.Length - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(Convert.FromBase64String(nonce), sealedBytes.AsSpan(0, clear.Length), sealedBytes.AsSpan(clear.Length), clear);
        return Encoding.UTF8.GetString(clear);
    }
}
