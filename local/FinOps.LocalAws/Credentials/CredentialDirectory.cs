using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Credentials;

/// <summary>The keys that may sign: the one of the credentials file, and those handed out for roles, which are kept in the store until they expire.</summary>
internal sealed class CredentialDirectory(LocalStore store, TimeProvider time, Credential owner)
{
    private const string Sessions = "sts/sessions";

    /// <exception cref="SignatureRefusedException">No such key, a wrong session token, or an expired one.</exception>
    public Credential Find(string accessKeyId, string? sessionToken)
    {
        if (accessKeyId == owner.Principal.AccessKeyId)
            return sessionToken is null ? owner : throw Unknown();
        var session = store.Get(Sessions, accessKeyId) ?? throw Unknown();
        if (!Same((string)session["Token"]!, sessionToken ?? ""))
            throw Unknown();
        if (Expiration(session) <= time.GetUtcNow())
            throw new SignatureRefusedException(SignatureRefusalKind.Expired, "The security token included in the request is expired");
        return new Credential((string)session["Secret"]!, new Principal(
            (string)session["Account"]!, (string)session["Arn"]!, (string)session["UserId"]!, accessKeyId));
    }

    /// <summary>Gives out a key that signs as the given assumed role.</summary>
    public TemporaryCredential Issue(string accountId, string arn, string userId, TimeSpan lifetime)
    {
        var expiration = time.GetUtcNow() + lifetime;
        var issued = new TemporaryCredential(KeyMaterial.Id("ASIA"), KeyMaterial.Secret(), KeyMaterial.SessionToken(), expiration);
        store.Write(session =>
        {
            foreach (var old in session.List(Sessions))
                if (Expiration(old.Value) < time.GetUtcNow().AddHours(-1))
                    session.Delete(Sessions, old.Key);
            session.Put(Sessions, issued.AccessKeyId, new JsonObject
            {
                ["Secret"] = issued.Secret,
                ["Token"] = issued.SessionToken,
                ["Account"] = accountId,
                ["Arn"] = arn,
                ["UserId"] = userId,
                ["Expiration"] = expiration.ToString("O", CultureInfo.InvariantCulture),
            });
        });
        return issued;
    }

    private static DateTimeOffset Expiration(JsonObject session) =>
        DateTimeOffset.Parse((string)session["Expiration"]!, CultureInfo.InvariantCulture);

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static SignatureRefusedException Unknown() =>
        new(SignatureRefusalKind.UnknownKey, "The security token included in the request is invalid.");
}
