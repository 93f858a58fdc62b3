using System.Globalization;
using FinOps.Core.Problems;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace FinOps.LocalAws.Hosting;

/// <summary>The steps of starting that can fail for a reason a person can mend, each with its own FIN4### id.</summary>
internal static class Startup
{
    public static LocalStore OpenStore(string directory)
    {
        var file = Path.Combine(directory, "local-aws.db");
        try
        {
            Directory.CreateDirectory(directory);
            MakePrivate(file);
            return LocalStore.Open(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw Problem("FIN4002", file, "data directory", exception.Message, "a folder this user can write, with an intact local-aws.db or none",
                "Choose another data directory, or move the damaged file away: the next start makes a new, empty one.");
        }
    }

    public static Credential ReadOwner(string directory, string accountId)
    {
        var file = Path.Combine(directory, "credentials");
        try
        {
            var (accessKeyId, secret) = CredentialFile.ReadOrCreate(file);
            return new Credential(secret, new Principal(accountId, $"arn:aws:iam::{accountId}:user/finops", "AIDAFINOPSLOCALOWNER0", accessKeyId));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Problem("FIN4003", file, "[default]", exception.Message, "aws_access_key_id and aws_secret_access_key, readable by this user",
                "Delete the file: the next start makes a new one with a new key.");
        }
    }

    public static async Task ListenAsync(WebApplication application, int port, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await application.DisposeAsync();
            throw Problem("FIN4001", "embedded AWS", "port", $"{port.ToString(CultureInfo.InvariantCulture)} ({exception.Message})",
                "a free port of 127.0.0.1, or 0 for any", "Give another port, or end the program that holds this one.");
        }
    }

    // Secrets of assumed roles are in the database, so it is its owner's only; SQLite gives its side files the same mode.
    private static void MakePrivate(string file)
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows())
            return;
        using (new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = Owner }))
        {
        }
        File.SetUnixFileMode(file, Owner);
    }

    private static ProblemException Problem(string id, string file, string path, string found, string allowed, string fix) =>
        new([new Problem(id, file, path, found, allowed, fix)]);
}
