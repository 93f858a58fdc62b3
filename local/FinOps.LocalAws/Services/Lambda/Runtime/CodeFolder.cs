using FinOps.LocalAws.Hosting;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>Packages unpacked for running, one folder a hash: <c>lambda/code/HASH</c>.</summary>
internal sealed class CodeFolder(LocalAwsEnvironment environment)
{
    private readonly Lock _lock = new();

    private string Root => Path.Combine(environment.DataDirectory, "lambda", "code");

    /// <summary>The folder, unpacked when it was not yet. It appears whole or not at all.</summary>
    public string Unpack(string hash)
    {
        var folder = Path.Combine(Root, hash);
        lock (_lock)
        {
            if (Directory.Exists(folder))
                return folder;
            var zip = environment.Store.GetBlob(FunctionStore.Code, hash)
                ?? throw LambdaErrors.NotFound("The function was deleted while it was invoked.");
            var draft = Path.Combine(Root, $".{hash}.{Guid.NewGuid():N}");
            ZipEntries.Extract(zip, Directory.CreateDirectory(draft).FullName);
            try
            {
                Directory.Move(draft, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another process on the same data directory was first.
                Directory.Delete(draft, recursive: true);
            }
            return folder;
        }
    }

    /// <summary>Removes folders of packages that no function has any more. A process that still runs in one keeps what it has loaded.</summary>
    public void Forget(IEnumerable<string> hashes)
    {
        lock (_lock)
            foreach (var hash in hashes)
                if (Directory.Exists(Path.Combine(Root, hash)))
                    Directory.Delete(Path.Combine(Root, hash), recursive: true);
    }
}
