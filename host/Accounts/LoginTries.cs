using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BitFaster.Caching.Lru;

namespace SmartKampung.Host.Accounts;

/// <summary>
/// Counts the passwords that strangers' browsers try at a login, in memory and alike whether it is somebody's or nobody's,
/// so that neither what is written nor how long it takes tells which. Logins that were not tried lately make room for others.
/// </summary>
sealed class LoginTries(TimeProvider clock)
{
    const int Capacity = 50_000;

    readonly ConcurrentLru<UInt128, Tries> tries = new(Capacity);

    /// <summary>Counts a try before it is looked at; false where no more is looked at.</summary>
    public bool TryCount(string login) => Of(login).TryCount(clock.GetUtcNow());

    /// <summary>The try was right: all that were counted are forgotten.</summary>
    public void Forget(string login) => Of(login).Forget();

    Tries Of(string login) => tries.GetOrAdd(KeyOf(login), _ => new Tries());

    static UInt128 KeyOf(string login) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(LoginNormalizer.Normalize(login) ?? login.Trim())));
}
