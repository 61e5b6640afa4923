using SmartKampung.Host.Accounts;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class CommonPasswordsTests
{
    static readonly Account Ayu = new() { Login = "ayu.lestari@contoh.id", LoginKey = "ayu.lestari@contoh.id", Name = "Ayu Lestari" };

    [Theory]
    [InlineData("1234567890")]
    [InlineData("password123")]
    [InlineData("PASSWORD2026!")]
    [InlineData("P4ssw0rd2026")]
    [InlineData("qwertyuiop")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("indonesia45")]
    [InlineData("Banyuwangi2026")]
    [InlineData("bismillah99")]
    [InlineData("sayangsayang")]
    [InlineData("aku cinta kamu")]
    [InlineData("iloveyou123")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("abcdefghijkl")]
    [InlineData("budisantoso1")]
    [InlineData("ayulestari1990")]
    public void What_is_guessed_first_is_refused(string password) => Assert.True(CommonPasswords.Include(password, Ayu));

    [Theory]
    [InlineData(People.Password)]
    [InlineData("kopi pagi di teras")]
    [InlineData("xK9#mP2$vL")]
    [InlineData("correct horse battery staple")]
    public void What_is_not_is_taken(string password) => Assert.False(CommonPasswords.Include(password, Ayu));
}
