using System.Collections.Concurrent;
using System.Security.Cryptography;
using FinOps.LocalEngine.Problems;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Secrets;

/// <summary>
/// Encrypts and decrypts the secrets of one file. The key is derived on first use only (it takes about a third of a second),
/// and a value that was read once keeps its ciphertext, so that an unchanged secret is an unchanged line of state.
/// </summary>
internal sealed class StackSecrets
{
    private readonly string _file;
    private readonly Lazy<PassphraseKey> _key;
    private readonly string? _knownSalt;
    private readonly ConcurrentDictionary<string, string> _ciphertexts = new(StringComparer.Ordinal);

    /// <param name="file">Named in errors.</param>
    /// <param name="salt">Null when the file has no secrets yet.</param>
    public StackSecrets(string file, string? salt, Func<string> passphrase)
    {
        _file = file;
        _knownSalt = salt;
        _key = new Lazy<PassphraseKey>(() => salt is null ? PassphraseKey.Create(passphrase()) : Open(passphrase(), salt));
    }

    /// <summary>Null as long as there is no secret.</summary>
    public string? Salt => _knownSalt ?? (_key.IsValueCreated ? _key.Value.Salt : null);

    public PropertyJson Json => new(Encrypt, Decrypt);

    public string Encrypt(string plaintext) => _ciphertexts.GetOrAdd(plaintext, text => _key.Value.Encrypt(text));

    /// <exception cref="EngineException">FIN3005: another passphrase, or damaged text.</exception>
    public string Decrypt(string ciphertext)
    {
        try
        {
            var plaintext = _key.Value.Decrypt(ciphertext);
            _ciphertexts.TryAdd(plaintext, ciphertext);
            return plaintext;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new EngineException(
                ErrorIds.WrongPassphrase, _file, "", "a secret that cannot be decrypted", "text encrypted with this stack's passphrase",
                "Set the secret again, or restore the file from a copy.", e);
        }
    }

    private PassphraseKey Open(string passphrase, string salt)
    {
        try
        {
            return PassphraseKey.Open(passphrase, salt);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new EngineException(
                ErrorIds.WrongPassphrase, _file, "encryption salt", "a passphrase that does not open this stack's secrets", "the passphrase they were encrypted with",
                "Set PULUMI_CONFIG_PASSPHRASE (or PULUMI_CONFIG_PASSPHRASE_FILE) to it; without either, the file .passphrase in the state directory is used.", e);
        }
    }
}
