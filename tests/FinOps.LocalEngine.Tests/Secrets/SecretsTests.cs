using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Secrets;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Secrets;

public sealed class SecretsTests : IDisposable
{
    private const string Clear = "hunter2-in-clear";

    private readonly TestStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task State_HoldsNoSecretInClear_AndReadsItBack()
    {
        var leaked = false;
        _stack.World.After = (_, _) =>
        {
            leaked |= Directory.EnumerateFiles(Path.Combine(_stack.Directory, ".finops"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Any(Contains);
            return Task.CompletedTask;
        };
        TestProgram.Registered? first = null;
        TestProgram.Registered? second = null;
        await _stack.UpAsync(async program => first = await program.ThingAsync("a", Secret()));
        var text = File.ReadAllText(_stack.StateFile);
        var result = await _stack.UpAsync(async program => second = await program.ThingAsync("a", Secret()));

        Assert.False(leaked);
        Assert.DoesNotContain(Clear, text, StringComparison.Ordinal);
        Assert.Contains("\"ciphertext\": \"v1:", text, StringComparison.Ordinal);
        Assert.False(result.HasChanges);
        Assert.Equal(new SecretValue(Clear), first!.Outputs["password"]);
        Assert.Equal(new SecretValue(Clear), second!.Outputs["password"]);
        // An unchanged secret keeps its ciphertext.
        Assert.Equal(Ciphertexts(text), Ciphertexts(File.ReadAllText(_stack.StateFile)));
    }

    [Fact]
    public async Task State_WithoutSecrets_HasNoSecretsProvider()
    {
        await _stack.UpAsync(program => program.ThingAsync("a"));

        Assert.Null(_stack.State["secrets_providers"]);
    }

    [Fact]
    public async Task AdditionalSecretOutputs_AreSecretInAnswerAndState()
    {
        TestProgram.Registered? seen = null;
        await _stack.UpAsync(async program => seen = await program.ThingAsync("a", options: request => request.AdditionalSecretOutputs.Add("arn")));

        Assert.IsType<SecretValue>(seen!.Outputs["arn"]);
        Assert.DoesNotContain("arn:a-1", File.ReadAllText(_stack.StateFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToAProgramWithoutSecrets_IsPlain()
    {
        TestProgram.Registered? seen = null;
        await _stack.UpAsync(async program => seen = await program.ThingAsync("a", Secret(), request => request.AcceptSecrets = false));

        Assert.Equal(Clear, ((StringValue)seen!.Outputs["password"]).Value);
    }

    [Fact]
    public async Task WrongPassphrase_IsRefusedAndTheStateKept()
    {
        await _stack.UpAsync(program => program.ThingAsync("a", Secret()));
        var before = File.ReadAllText(_stack.StateFile);
        _stack.Request = request => request with { Passphrase = PassphraseSource.Text("another") };
        var result = await _stack.UpAsync(program => program.ThingAsync("a", Secret()));

        Assert.Equal("FIN3005", Assert.Single(result.Diagnostics).Problem!.Id);
        Assert.Equal(before, File.ReadAllText(_stack.StateFile));
    }

    [Fact]
    public async Task Json_MasksSecrets()
    {
        var result = await _stack.UpAsync(program => program.ThingAsync("a", Secret()));
        var json = DeploymentJson.Write(result);

        Assert.DoesNotContain(Clear, json, StringComparison.Ordinal);
        Assert.Contains("[secret]", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_SecureValues_AreReadMaskedAndPassedInClear()
    {
        var key = PassphraseKey.Create("correct horse");
        _stack.Write("Pulumi.test.yaml", $"encryptionsalt: {key.Salt}\nconfig:\n  demo:password:\n    secure: {key.Encrypt(Clear)}\n  demo:list:\n    - plain\n    - secure: {key.Encrypt("inner")}\n");
        string? seen = null;
        string? list = null;
        var result = await _stack.PreviewAsync(program =>
        {
            seen = program.Start.Config.Values["demo:password"];
            list = program.Start.Config.Values["demo:list"];
            return Task.CompletedTask;
        });

        Assert.Equal(Clear, seen);
        Assert.Equal("[\"plain\",\"inner\"]", list);
        Assert.Equal("[secret]", result.Config["demo:password"]);
        Assert.Equal("[secret]", result.Config["demo:list"]);
    }

    [Fact]
    public void GeneratedPassphrase_IsTheOwnersOnlyAndStays()
    {
        var directory = Path.Combine(_stack.Directory, "state");
        var first = PassphraseSource.Default.Read(directory);
        var second = PassphraseSource.Default.Read(directory);

        Assert.Equal(64, first.Length);
        Assert.Equal(first, second);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(directory, ".passphrase")));
        }
    }

    private static PropertyMap Secret() => PropertyMap.Of(("password", new SecretValue(Clear)));

    private static bool Contains(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains(Clear, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ciphertexts(string text) => text.Split('\n').Where(line => line.Contains("ciphertext", StringComparison.Ordinal)).Select(line => line.Trim());
}
