using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SmartKampung.Host.Modules;

/// <summary>Tells files from what only looks like one: reading a pipe, a socket or a device may never end, so it is asked before.</summary>
static partial class RegularFile
{
    // Of Linux, the same on every processor: struct statx has its mode at byte 28.
    const int FromWorkingFolder = -100;
    const int KeepLinks = 0x100;
    const uint AskType = 1;
    const int ModeOffset = 28;
    const int TypeMask = 0xF000;
    const int Regular = 0x8000;

    /// <summary>Whether it can be read to its end. Only Linux is asked; elsewhere villages are not served from.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        Span<byte> status = stackalloc byte[256];
        if (Status(FromWorkingFolder, path, KeepLinks, AskType, status) != 0) throw new IOException($"{path} can't be looked at.");
        return (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeMask) == Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Status(int folder, string path, int flags, uint mask, Span<byte> status);
}
