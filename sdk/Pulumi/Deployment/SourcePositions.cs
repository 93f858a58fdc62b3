using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Pulumirpc;

namespace Pulumi;

/// <summary>
/// Finds the line of the program that made a resource, so that what is wrong with the resource can be shown there.
/// Symbols are read here, once a line, because a StackTrace with file names costs milliseconds a resource.
/// </summary>
internal static class SourcePositions
{
    private static readonly ConcurrentDictionary<(Module Module, int Method, int Offset), SourcePosition?> _byInstruction = new();
    private static readonly ConcurrentDictionary<Module, Lazy<MetadataReader?>> _symbols = new();
    private static readonly ConcurrentDictionary<Assembly, bool> _isSdk = new();

    /// <summary>Null when there are no portable symbols for the caller.</summary>
    public static SourcePosition? FindCaller(Resource resource)
    {
        var type = resource.GetType();
        var frames = new StackTrace(skipFrames: 2, fNeedFileInfo: false).GetFrames();
        foreach (var frame in frames)
        {
            // The constructors of the resource's own class and its bases are not who made it; nor is the SDK.
            if (frame.GetMethod() is not { DeclaringType: { } owner } method
                || method.IsConstructor && owner.IsAssignableFrom(type)
                || _isSdk.GetOrAdd(owner.Assembly, IsSdk))
            {
                continue;
            }

            return _byInstruction.GetOrAdd((method.Module, method.MetadataToken, frame.GetILOffset()), static key => Find(key.Module, key.Method, key.Offset));
        }

        return null;
    }

    private static bool IsSdk(Assembly assembly) => assembly.GetName().Name is { } name
        && (name is "Pulumi" or "Pulumi.Aws" or "System.Private.CoreLib" || name.StartsWith("System.", StringComparison.Ordinal));

    private static SourcePosition? Find(Module module, int method, int offset)
    {
        var symbols = _symbols.GetOrAdd(module, static key => new Lazy<MetadataReader?>(() => Open(key))).Value;
        if (symbols is null || MetadataTokens.EntityHandle(method) is not { Kind: HandleKind.MethodDefinition } handle)
        {
            return null;
        }

        SequencePoint? best = null;
        foreach (var point in symbols.GetMethodDebugInformation((MethodDefinitionHandle)handle).GetSequencePoints())
        {
            if (!point.IsHidden && point.Offset <= offset)
            {
                best = point;
            }
        }

        return best is { } found && symbols.GetString(symbols.GetDocument(found.Document).Name) is var path && Path.IsPathRooted(path)
            ? new SourcePosition { Uri = new Uri(path).AbsoluteUri, Line = found.StartLine, Column = found.StartColumn }
            : null;
    }

    /// <summary>The .pdb beside the assembly, or the one inside it.</summary>
    private static MetadataReader? Open(Module module)
    {
        var path = module.FullyQualifiedName;
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var image = new PEReader(File.OpenRead(path));
            // The reader keeps its provider's memory; both live as long as the process, like the assembly they describe.
            return image.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? new MemoryStream(File.ReadAllBytes(file)) : null, out var provider, out _)
                ? provider!.GetMetadataReader()
                : null;
        }
        catch (BadImageFormatException)
        {
            // Not a managed image or a damaged symbol file: positions are a courtesy, the deployment goes on without.
            return null;
        }
    }
}
